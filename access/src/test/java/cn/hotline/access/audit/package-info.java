@NullMarked
package cn.hotline.access.audit;

import org.jspecify.annotations.NullMarked;
