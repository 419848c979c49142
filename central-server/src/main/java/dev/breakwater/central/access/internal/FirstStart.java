package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.Role;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first accounts when there is none, before the server listens: a script that asks with the right password while
 * central starts must not be refused, and then be shut out for too many refusals. A generated password is printed once,
 * to the console and never to a log file.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final int GENERATED_BYTES = 15;

    private final UserRepository users;
    private final LocalPeople people;
    private final AccessProperties properties;

    FirstStart(UserRepository users, LocalPeople people, AccessProperties properties) {
        this.users = users;
        this.people = people;
        this.properties = properties;
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (users.findByUsername("admin").isEmpty()) {
            String password = properties.adminPassword();
            if (password.isEmpty()) {
                password = generated();
                System.out.println("Sign in as 'admin' with the password " + password + " (shown only now)");
            }
            people.add("admin", password, Role.ADMIN);
        }
        if (!properties.analystPassword().isEmpty()
                && users.findByUsername("analyst").isEmpty()) {
            people.add("analyst", properties.analystPassword(), Role.ANALYST);
        }
    }

    private static String generated() {
        byte[] bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
