/**
 * 登录: an identity provider (OpenID Connect) for evaluation, with the demo accounts. Reached through the gateway at
 * {@code /idp}; anywhere else an authority's own provider takes its place by configuration.
 */
@NullMarked
package cn.hotline.evaluation.identity;

import org.jspecify.annotations.NullMarked;
