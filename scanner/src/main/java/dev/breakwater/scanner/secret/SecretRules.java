package dev.breakwater.scanner.secret;

import static dev.breakwater.scanner.secret.SecretRule.of;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of secrets that are known. Forms are those that their issuers document; one line each. */
final class SecretRules {

    private static final Set<String> SETTINGS = Set.of(
            "env",
            "properties",
            "yml",
            "yaml",
            "json",
            "ini",
            "toml",
            "cfg",
            "conf",
            "config",
            "cnf",
            "xml",
            "tfvars",
            "tfstate",
            "sh",
            "npmrc",
            "pypirc",
            "netrc");

    private SecretRules() {}

    static List<SecretRule> all() {
        return Stream.of(keys(), clouds(), code(), services(), settings())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SecretRule> keys() {
        return List.of(
                of(
                                "private-key",
                                "Private key",
                                "PRIVATE KEY",
                                "(-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----)(?:\\\\n|\\s)[\\s\\S]{0,400}?[A-Za-z0-9+/=]{40}")
                        .overLines(),
                of("putty-key", "PuTTY private key", "PuTTY-User-Key-File-", "(PuTTY-User-Key-File-[23]): "),
                of("age-key", "age secret key", "AGE-SECRET-KEY-1", "\\b(AGE-SECRET-KEY-1[0-9A-Z]{58})\\b"),
                of(
                        "kubeconfig-key",
                        "Client key of a kubeconfig",
                        "client-key-data:",
                        "client-key-data:\\s*\"?([A-Za-z0-9+/=]{100,})"),
                of(
                                "jwt",
                                "JSON web token",
                                "eyJ",
                                "\\b(eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,})")
                        .holding(Checks::isSignedToken),
                of(
                                "password-hash",
                                "Hash of a password",
                                ":$",
                                "^[a-z_][a-z0-9_.-]{0,31}:(\\$(?:1|2[aby]|5|6|y|gy|7)\\$[^:\\s]{8,})")
                        .in((path, name) -> name.contains("shadow") || name.contains("passwd")));
    }

    private static List<SecretRule> clouds() {
        return List.of(
                of("aws-access-key", "AWS access key id", "AKIA", "\\b((?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})\\b")
                        .keywords("AKIA", "ASIA", "ABIA", "ACCA")
                        .entropy(3),
                of(
                                "aws-secret-key",
                                "AWS secret access key",
                                "aws",
                                "(?i)aws_?(?:secret)_?(?:access)?_?(?:key)[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+]|$)")
                        .keywords("aws_secret", "awssecret")
                        .inAnyCase()
                        .entropy(4),
                of("aws-mws", "Amazon MWS token", "amzn.mws.", "\\b(amzn\\.mws\\.[0-9a-f]{8}-[0-9a-f-]{27})\\b"),
                of("google-api-key", "Google API key", "AIza", "\\b(AIza[0-9A-Za-z_-]{35})(?:[^0-9A-Za-z_-]|$)")
                        .entropy(3.5),
                of(
                        "google-oauth-secret",
                        "Google OAuth client secret",
                        "GOCSPX-",
                        "\\b(GOCSPX-[0-9A-Za-z_-]{28})(?:[^0-9A-Za-z_-]|$)"),
                of(
                        "google-service-account",
                        "Key of a Google service account",
                        "private_key_id",
                        "\"private_key_id\"\\s*:\\s*\"([0-9a-f]{40})\""),
                of("azure-storage-key", "Azure storage key", "AccountKey=", "AccountKey=([A-Za-z0-9+/]{86}==)"),
                of(
                                "azure-client-secret",
                                "Azure client secret",
                                "Q~",
                                "(?:^|[^0-9A-Za-z_~.-])([0-9A-Za-z_~.-]{3}[0-9]Q~[0-9A-Za-z_~.-]{31,34})(?:[^0-9A-Za-z_~.-]|$)")
                        .entropy(3.8),
                of("digitalocean-token", "DigitalOcean token", "_v1_", "\\b(do[opr]_v1_[a-f0-9]{64})\\b"),
                of("alibaba-key", "Alibaba Cloud key id", "LTAI", "\\b(LTAI[0-9A-Za-z]{20})\\b")
                        .entropy(3.5),
                of("databricks-token", "Databricks token", "dapi", "\\b(dapi[a-f0-9]{32})\\b")
                        .entropy(3),
                of("heroku-key", "Heroku key", "HRKU-", "\\b(HRKU-[0-9A-Za-z_-]{36,60})"),
                of("vault-token", "HashiCorp Vault token", "hvs.", "\\b(hv[sbr]\\.[A-Za-z0-9_-]{24,200})")
                        .keywords("hvs.", "hvb.", "hvr."),
                of(
                        "terraform-token",
                        "Terraform Cloud token",
                        ".atlasv1.",
                        "\\b([A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70})"),
                of(
                        "planetscale",
                        "PlanetScale credential",
                        "pscale_",
                        "\\b(pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.-]{32,64})"),
                of(
                        "cloudflare-origin-key",
                        "Cloudflare origin CA key",
                        "v1.0-",
                        "\\b(v1\\.0-[a-f0-9]{24}-[a-f0-9]{146})\\b"));
    }

    private static List<SecretRule> code() {
        return List.of(
                of("github-token", "GitHub token", "ghp_", "\\b(gh[pousr]_[A-Za-z0-9]{36,251})\\b")
                        .keywords("ghp_", "gho_", "ghu_", "ghs_", "ghr_")
                        .entropy(3.5),
                of(
                        "github-fine-grained",
                        "GitHub fine-grained token",
                        "github_pat_",
                        "\\b(github_pat_[A-Za-z0-9_]{82})\\b"),
                of(
                                "gitlab-token",
                                "GitLab token",
                                "glpat-",
                                "\\b(gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|oas)-[A-Za-z0-9_-]{20,64})")
                        .keywords(
                                "glpat-",
                                "gldt-",
                                "glrt-",
                                "glcbt-",
                                "glptt-",
                                "glft-",
                                "glimt-",
                                "glagent-",
                                "glsoat-",
                                "gloas-")
                        .entropy(3),
                of("npm-token", "npm token", "npm_", "\\b(npm_[A-Za-z0-9]{36})\\b")
                        .entropy(3.5),
                of(
                                "npm-config",
                                "Credential of an npm registry",
                                "_auth",
                                "(?:_authToken|_auth|_password)\\s*=\\s*\"?([A-Za-z0-9+/=._-]{16,200})")
                        .keywords("_authtoken", "_auth", "_password")
                        .inAnyCase()
                        .entropy(3)
                        .in((path, name) -> name.contains("npmrc") || name.contains("yarnrc")),
                of("pypi-token", "PyPI token", "pypi-AgE", "\\b(pypi-AgE[A-Za-z0-9_-]{50,250})"),
                of("rubygems-key", "RubyGems key", "rubygems_", "\\b(rubygems_[a-f0-9]{48})\\b"),
                of("nuget-key", "NuGet key", "oy2", "\\b(oy2[a-z0-9]{43})\\b").entropy(3.5),
                of("docker-token", "Docker Hub token", "dckr_", "\\b(dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,40})"),
                of(
                                "docker-config",
                                "Credential of a container registry",
                                "\"auth\"",
                                "\"auth\"\\s*:\\s*\"([A-Za-z0-9+/]{8,400}={0,2})\"")
                        .overLines()
                        .holding(Checks::isUserAndPassword),
                of("artifactory-key", "Artifactory key", "AKCp", "\\b(AKCp[A-Za-z0-9]{69})\\b"),
                of("clojars-token", "Clojars token", "CLOJARS_", "\\b(CLOJARS_[a-z0-9]{60})\\b"));
    }

    private static List<SecretRule> services() {
        return List.of(
                of("slack-token", "Slack token", "xoxb-", "\\b(xox[abeoprs]-[0-9A-Za-z-]{20,250})")
                        .keywords("xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-")
                        .entropy(2.8),
                of(
                        "slack-webhook",
                        "Slack webhook",
                        "hooks.slack.com",
                        "hooks\\.slack\\.com/(?:services|workflows)/(T[A-Z0-9]{6,}/[A-Z0-9]{6,}/[A-Za-z0-9]{16,})"),
                of(
                        "discord-webhook",
                        "Discord webhook",
                        "/api/webhooks/",
                        "discord(?:app)?\\.com/api/webhooks/([0-9]{15,21}/[A-Za-z0-9_-]{60,90})"),
                of(
                                "telegram-token",
                                "Telegram bot token",
                                ":AA",
                                "\\b([0-9]{8,10}:AA[0-9A-Za-z_-]{33})(?:[^0-9A-Za-z_-]|$)")
                        .entropy(4),
                of("stripe-key", "Stripe key", "k_live_", "\\b([sr]k_live_[0-9A-Za-z]{20,250})\\b"),
                of("square-token", "Square token", "sq0", "\\b(sq0(?:atp|csp)-[0-9A-Za-z_-]{22,43})"),
                of("shopify-token", "Shopify token", "shp", "\\b(shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32})\\b"),
                of(
                        "sendgrid-key",
                        "SendGrid key",
                        "SG.",
                        "\\b(SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43})(?:[^A-Za-z0-9_-]|$)"),
                of("mailgun-key", "Mailgun key", "key-", "\\b(key-[0-9a-f]{32})\\b")
                        .entropy(3),
                of("mailchimp-key", "Mailchimp key", "-us", "\\b([0-9a-f]{32}-us[0-9]{1,2})\\b")
                        .entropy(3),
                of("twilio-key", "Twilio key", "twilio", "(?i)twilio[^\\n]{0,40}[\"'= :]((?:SK|AC)[0-9a-f]{32})\\b")
                        .inAnyCase(),
                of(
                        "openai-key",
                        "OpenAI key",
                        "T3BlbkFJ",
                        "\\b(sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,})"),
                of("anthropic-key", "Anthropic key", "sk-ant-", "\\b(sk-ant-[a-z]{3,6}[0-9]{2}-[A-Za-z0-9_-]{80,120})"),
                of("huggingface-token", "Hugging Face token", "hf_", "\\b(hf_[A-Za-z]{34})\\b")
                        .entropy(3.5),
                of("new-relic-key", "New Relic key", "NRAK-", "\\b(NRAK-[A-Z0-9]{27})\\b"),
                of("grafana-token", "Grafana token", "glsa_", "\\b(glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8})\\b"),
                of("sentry-token", "Sentry token", "sntry", "\\b(sntry[su]_[A-Za-z0-9+/=_-]{60,400})"),
                of("linear-key", "Linear key", "lin_api_", "\\b(lin_api_[A-Za-z0-9]{40})\\b"),
                of("postman-key", "Postman key", "PMAK-", "\\b(PMAK-[a-f0-9]{24}-[a-f0-9]{34})\\b"),
                of("doppler-token", "Doppler token", "dp.pt.", "\\b(dp\\.pt\\.[A-Za-z0-9]{43})\\b"),
                of("dynatrace-token", "Dynatrace token", "dt0c01.", "\\b(dt0c01\\.[A-Z0-9]{24}\\.[A-Z0-9]{64})\\b"),
                of("duffel-token", "Duffel token", "duffel_live_", "\\b(duffel_live_[A-Za-z0-9_=-]{43})"));
    }

    private static List<SecretRule> settings() {
        return List.of(
                of(
                                "url-password",
                                "Password in an address",
                                "://",
                                "\\b(?:postgres|postgresql|mysql|mariadb|mongodb|mongodb\\+srv|redis|rediss|amqp|amqps|mssql|sqlserver|ldap|ldaps|smtp|smtps|ftp|sftp)://[^\\s:/@\"'<>$%{]{0,64}:([^\\s@/\"'<>]{4,128})@[A-Za-z0-9\\[]")
                        .keywords(
                                "postgres://",
                                "postgresql://",
                                "mysql://",
                                "mariadb://",
                                "mongodb://",
                                "mongodb+srv://",
                                "redis://",
                                "rediss://",
                                "amqp://",
                                "amqps://",
                                "mssql://",
                                "sqlserver://",
                                "ldap://",
                                "ldaps://",
                                "smtp://",
                                "smtps://",
                                "ftp://")
                        .holding(Checks::isNoPlaceholder),
                of(
                                "git-password",
                                "Password of a git server",
                                "https://",
                                "https?://[^\\s:/@\"'<>]{1,64}:([^\\s@/\"'<>]{8,255})@")
                        .in((path, name) -> name.equals(".git-credentials")
                                || path.endsWith(".git/config")
                                || name.equals(".gitconfig"))
                        .holding(Checks::isNoPlaceholder),
                of("netrc-password", "Password in netrc", "password", "\\bpassword\\s+([^\\s]{4,128})")
                        .in((path, name) -> name.equals(".netrc") || name.equals("_netrc"))
                        .holding(Checks::isNoPlaceholder),
                of("pgpass", "Password of PostgreSQL", ":", "^[^:\\s#]*:[^:\\s]*:[^:\\s]*:[^:\\s]*:([^:\\s]{4,128})")
                        .in((path, name) -> name.equals(".pgpass"))
                        .holding(Checks::isNoPlaceholder),
                of(
                                "basic-auth",
                                "Credential in a header",
                                "basic ",
                                "(?i)authorization[\"']?\\s*[:=]\\s*[\"']?basic\\s+([A-Za-z0-9+/]{12,400}={0,2})")
                        .inAnyCase()
                        .holding(Checks::isUserAndPassword),
                of(
                                "assigned-secret",
                                "Secret in a setting",
                                "",
                                "(?i)(?:password|passwd|passphrase|secret|secret_?key|api_?key|auth_?token|access_?token|access_?key|private_?token|client_?secret)[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?([^\\s\"'<>;,]{12,128})(?:[\"'\\s;,]|$)")
                        .keywords(
                                "password",
                                "passwd",
                                "passphrase",
                                "secret",
                                "api_key",
                                "apikey",
                                "auth_token",
                                "authtoken",
                                "access_token",
                                "accesstoken",
                                "access_key",
                                "accesskey",
                                "private_token")
                        .inAnyCase()
                        .entropy(3.6)
                        .in((path, name) ->
                                name.startsWith(".env") || SETTINGS.contains(name.substring(name.lastIndexOf('.') + 1)))
                        .holding(Checks::isRandomWord));
    }
}
