/** The HTTP edge all services share: causes, problems, idempotency keys, request bodies. */
@NullMarked
package cn.hotline.chassis.web;

import org.jspecify.annotations.NullMarked;
