@NullMarked
package cn.hotline.access.audit.model;

import org.jspecify.annotations.NullMarked;
