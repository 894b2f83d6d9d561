/**
 * 体验版: the whole hotline in one process with nothing to install: broker, document store, four services, gateway.
 *
 * <p>The only place that knows all services.
 */
@NullMarked
package cn.hotline.evaluation;

import org.jspecify.annotations.NullMarked;
