/** Documents: one aggregate, one document, one write per decision. */
@NullMarked
package cn.hotline.chassis.mongo;

import org.jspecify.annotations.NullMarked;
