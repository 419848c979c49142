package dev.breakwater.central.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem what the server refuses before any of our code: a malformed request line, header or path. Public,
 * since the server makes it by name.
 */
public final class ProblemValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemDetail problem =
                Problems.ofStatus(HttpStatusCode.valueOf(status), "The server could not read the request.");
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(JSON.writeValueAsString(problem));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("the caller went away before it read the problem", e);
        }
    }
}
