@NullMarked
package cn.hotline.intake.reveal.model;

import org.jspecify.annotations.NullMarked;
