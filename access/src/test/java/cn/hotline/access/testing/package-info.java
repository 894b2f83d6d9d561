/** What tests of the services need to have somebody signed in. */
@NullMarked
package cn.hotline.access.testing;

import org.jspecify.annotations.NullMarked;
