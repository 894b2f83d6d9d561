/** Events as they travel: families with written wire names, CloudEvents, and complete handler tables. */
@NullMarked
package cn.hotline.chassis.event;

import org.jspecify.annotations.NullMarked;
