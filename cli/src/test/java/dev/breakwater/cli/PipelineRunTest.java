package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the environments of pipelines tell of their run. */
class PipelineRunTest {

    @Test
    void readsGitHubActionsWithTheBranchOfAPullRequest() {
        Map<String, String> environment = Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_SERVER_URL", "https://github.com",
                "GITHUB_REPOSITORY", "shop/deploy",
                "GITHUB_RUN_ID", "42",
                "GITHUB_SHA", "1a2b3c",
                "GITHUB_HEAD_REF", "feature",
                "GITHUB_REF_NAME", "7/merge");

        assertThat(PipelineRun.of(environment))
                .isEqualTo(new PipelineRun(
                        "shop/deploy", "https://github.com/shop/deploy/actions/runs/42", "1a2b3c", "feature"));
    }

    @Test
    void readsGitLabAndJenkins() {
        assertThat(PipelineRun.of(Map.of(
                        "GITLAB_CI", "true",
                        "CI_PROJECT_PATH", "shop/deploy",
                        "CI_JOB_URL", "https://gitlab.example.com/shop/deploy/-/jobs/1",
                        "CI_COMMIT_SHA", "1a2b3c",
                        "CI_COMMIT_REF_NAME", "main")))
                .isEqualTo(new PipelineRun(
                        "shop/deploy", "https://gitlab.example.com/shop/deploy/-/jobs/1", "1a2b3c", "main"));
        assertThat(PipelineRun.of(Map.of(
                        "JENKINS_URL", "https://jenkins.example.com/",
                        "JOB_NAME", "shop",
                        "BUILD_URL", "https://jenkins.example.com/job/shop/1/",
                        "GIT_COMMIT", "1a2b3c",
                        "GIT_BRANCH", "origin/main")))
                .isEqualTo(new PipelineRun("shop", "https://jenkins.example.com/job/shop/1/", "1a2b3c", "origin/main"));
    }

    @Test
    void elsewhereItIsWhatOneSaysOneself() {
        assertThat(PipelineRun.of(Map.of())).isEqualTo(new PipelineRun("", "", "", ""));
        assertThat(PipelineRun.of(Map.of("BREAKWATER_SOURCE", "a\nb", "BREAKWATER_BRANCH", "x".repeat(900))))
                .isEqualTo(new PipelineRun("a b", "", "", "x".repeat(500)));
    }
}
