/** The kernel all services stand on: how a decision, a refusal and its cause are said. Plain Java plus Reactor's context; no ticket vocabulary. */
@NullMarked
package cn.hotline.chassis;

import org.jspecify.annotations.NullMarked;
