@NullMarked
package cn.hotline.intake.reveal.web;

import org.jspecify.annotations.NullMarked;
