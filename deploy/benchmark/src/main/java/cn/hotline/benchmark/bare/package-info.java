/** The bare limit: the least that a service which loses nothing has to do for a ticket. */
@NullMarked
package cn.hotline.benchmark.bare;

import org.jspecify.annotations.NullMarked;
