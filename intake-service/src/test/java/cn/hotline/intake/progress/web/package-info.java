@NullMarked
package cn.hotline.intake.progress.web;

import org.jspecify.annotations.NullMarked;
