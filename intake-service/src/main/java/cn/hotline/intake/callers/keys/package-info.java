/** The keys callers are sealed with, and the file outside the database that holds them. */
@NullMarked
package cn.hotline.intake.callers.keys;

import org.jspecify.annotations.NullMarked;
