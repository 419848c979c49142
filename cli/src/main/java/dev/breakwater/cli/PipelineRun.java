package dev.breakwater.cli;

import java.util.Map;

/**
 * The run of a pipeline that the command is part of, as its environment tells it. What is not told is empty.
 *
 * @param source the repository
 * @param address where people see the run
 * @param commit what is checked out
 */
record PipelineRun(String source, String address, String commit, String branch) {

    /** Central takes no longer ones. */
    private static final int LONGEST = 500;

    /** Knows GitHub Actions, GitLab, Jenkins, Azure Pipelines, Bitbucket Pipelines, CircleCI and Tekton (by BREAKWATER_*). */
    static PipelineRun of(Map<String, String> environment) {
        Environment from = new Environment(environment);
        if (from.has("GITHUB_ACTIONS")) {
            String run = from.get("GITHUB_RUN_ID").isEmpty()
                    ? ""
                    : from.get("GITHUB_SERVER_URL") + "/" + from.get("GITHUB_REPOSITORY") + "/actions/runs/"
                            + from.get("GITHUB_RUN_ID");
            return from.run("GITHUB_REPOSITORY", run, "GITHUB_SHA", from.first("GITHUB_HEAD_REF", "GITHUB_REF_NAME"));
        }
        if (from.has("GITLAB_CI")) {
            return from.run(
                    "CI_PROJECT_PATH",
                    from.first("CI_JOB_URL", "CI_PIPELINE_URL"),
                    "CI_COMMIT_SHA",
                    from.first("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_REF_NAME"));
        }
        if (from.has("JENKINS_URL")) {
            return from.run(
                    "JOB_NAME",
                    from.get("BUILD_URL"),
                    "GIT_COMMIT",
                    from.first("CHANGE_BRANCH", "BRANCH_NAME", "GIT_BRANCH"));
        }
        if (from.has("TF_BUILD")) {
            String run = from.get("BUILD_BUILDID").isEmpty()
                    ? ""
                    : from.get("SYSTEM_COLLECTIONURI") + from.get("SYSTEM_TEAMPROJECT") + "/_build/results?buildId="
                            + from.get("BUILD_BUILDID");
            return from.run("BUILD_REPOSITORY_NAME", run, "BUILD_SOURCEVERSION", from.get("BUILD_SOURCEBRANCHNAME"));
        }
        if (from.has("BITBUCKET_BUILD_NUMBER")) {
            String run =
                    from.get("BITBUCKET_GIT_HTTP_ORIGIN") + "/pipelines/results/" + from.get("BITBUCKET_BUILD_NUMBER");
            return from.run("BITBUCKET_REPO_FULL_NAME", run, "BITBUCKET_COMMIT", from.get("BITBUCKET_BRANCH"));
        }
        if (from.has("CIRCLECI")) {
            return from.run(
                    "CIRCLE_PROJECT_REPONAME", from.get("CIRCLE_BUILD_URL"), "CIRCLE_SHA1", from.get("CIRCLE_BRANCH"));
        }
        return from.run(
                "BREAKWATER_SOURCE",
                from.get("BREAKWATER_PIPELINE"),
                "BREAKWATER_COMMIT",
                from.get("BREAKWATER_BRANCH"));
    }

    private record Environment(Map<String, String> values) {

        boolean has(String name) {
            return !get(name).isEmpty();
        }

        /** On one line, and no longer than central takes. */
        String get(String name) {
            String value =
                    values.getOrDefault(name, "").replaceAll("\\p{Cntrl}", " ").strip();
            return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        }

        String first(String... names) {
            for (String name : names) {
                if (has(name)) {
                    return get(name);
                }
            }
            return "";
        }

        PipelineRun run(String source, String address, String commit, String branch) {
            String shown = address.length() > LONGEST ? "" : address;
            return new PipelineRun(get(source), shown, get(commit), branch);
        }
    }
}
