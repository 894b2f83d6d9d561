@NullMarked
package cn.hotline.access.audit.web;

import org.jspecify.annotations.NullMarked;
