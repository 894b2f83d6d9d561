@NullMarked
package cn.hotline.routing.catalogue.web;

import org.jspecify.annotations.NullMarked;
