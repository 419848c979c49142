package dev.breakwater.central.transfer;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;

/**
 * Leaves everything that would start with the application as it is: only what a command asks for comes to life. No account is
 * made, no sensor is listened to, nothing is judged, nothing is deleted.
 */
final class NothingStarts implements LifecycleProcessor {

    private NothingStarts() {}

    /** Spring Boot's own laziness leaves out what is scheduled and what acts once all is there, which are the ones meant. */
    static void in(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                beans.getBeanDefinition(name).setLazyInit(true);
            }
            beans.registerSingleton("lifecycleProcessor", new NothingStarts());
        });
    }

    @Override
    public void onRefresh() {}

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }
}
