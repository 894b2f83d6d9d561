package cn.hotline.access.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an endpoint whose answer shows personal data without asking for a reason: who reads it is written down, as the act
 * {@code READ}, before the answer goes out, and there is no answer when that fails.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadsPersonalData {}
