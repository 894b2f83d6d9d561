/** What is written down, how one record holds the next, and how a break is found. */
@NullMarked
package cn.hotline.access.audit.model;

import org.jspecify.annotations.NullMarked;
