package io.cascadeledger.api.server;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;

/** Takes out beans that the framework brings along, before they have cost anything. */
final class UnneededBeans implements BeanDefinitionRegistryPostProcessor, Ordered {

  private final List<String> names;

  UnneededBeans(String... names) {
    this.names = List.of(names);
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    // What was written down when the server was built lacks them already.
    names.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
  }

  /** Before those that it takes out, which have no order. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
