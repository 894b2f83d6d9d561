/** What tests of the services share: in-memory ports, a store, architecture rules. */
@NullMarked
package cn.hotline.chassis.testing;

import org.jspecify.annotations.NullMarked;
