package io.cascadeledger.api.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what an answer's record, or a component of it, is; the description of the API shows it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Describe {

  /** One or more sentences. */
  String value();

  /** Whether the component may be null, and then is left out of the answer. */
  boolean optional() default false;
}
