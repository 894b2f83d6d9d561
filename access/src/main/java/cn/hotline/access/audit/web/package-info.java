/** Where acts are seen, and where an auditor looks. */
@NullMarked
package cn.hotline.access.audit.web;

import org.jspecify.annotations.NullMarked;
