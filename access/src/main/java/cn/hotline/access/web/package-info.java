/** Tokens, the table of rights, and the signed-in person, where requests come in. */
@NullMarked
package cn.hotline.access.web;

import org.jspecify.annotations.NullMarked;
