package dev.breakwater.central.access.web;

import dev.breakwater.central.access.ApiToken;
import dev.breakwater.central.access.ApiTokens;
import dev.breakwater.central.access.People;
import dev.breakwater.central.access.Permission;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.access.User;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and API tokens. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Access")
class AccessController {

    record Permissions(List<Permission> items) {}

    record NewUser(
            @NotBlank String username,
            @NotBlank String password,
            @NotNull Role role) {}

    record NewPassword(@NotBlank String password) {}

    record OwnPassword(@NotBlank String current, @NotBlank String password) {}

    record OtherRole(@NotNull Role role) {}

    record NewToken(
            @NotBlank String name,
            @NotNull Role role,
            @Min(1) @Max(366) int expiresInDays) {}

    record TokenShownOnce(ApiToken token, String secret) {}

    private final People people;
    private final ApiTokens tokens;
    private final Readers readers;

    AccessController(People people, ApiTokens tokens, Readers readers) {
        this.readers = readers;
        this.people = people;
        this.tokens = tokens;
    }

    @GetMapping("/users")
    Page<User> users(@ParameterObject ListParameters parameters) {
        return people.list(parameters.request(), readers.scope());
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    User createUser(@Valid @RequestBody NewUser user) {
        return people.create(user.username(), user.password(), user.role());
    }

    @PutMapping("/users/{username}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@PathVariable String username, @Valid @RequestBody NewPassword password) {
        people.changePassword(username, password.password());
    }

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeOwnPassword(@Valid @RequestBody OwnPassword password) {
        people.changeOwnPassword(password.current(), password.password());
    }

    @PutMapping("/users/{username}/role")
    User changeRole(@PathVariable String username, @Valid @RequestBody OtherRole role) {
        return people.changeRole(username, role.role());
    }

    @DeleteMapping("/users/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String username) {
        people.remove(username);
    }

    @GetMapping("/permissions")
    Permissions permissions() {
        return new Permissions(Permission.all());
    }

    @PostMapping("/users/{username}/enable")
    User enable(@PathVariable String username) {
        return people.enable(username, true);
    }

    @PostMapping("/users/{username}/disable")
    User disable(@PathVariable String username) {
        return people.enable(username, false);
    }

    @GetMapping("/api-tokens")
    Page<ApiToken> tokens(@ParameterObject ListParameters parameters) {
        return tokens.list(parameters.request(), readers.scope());
    }

    @PostMapping("/api-tokens")
    @ResponseStatus(HttpStatus.CREATED)
    TokenShownOnce createToken(@Valid @RequestBody NewToken token) {
        ApiTokens.Created created = tokens.create(token.name(), token.role(), Duration.ofDays(token.expiresInDays()));
        return new TokenShownOnce(created.token(), created.secret());
    }

    @PostMapping("/api-tokens/{id}/revoke")
    ApiToken revoke(@PathVariable UUID id) {
        return tokens.revoke(id);
    }
}
