/**
 * 登录: people sign in at an OpenID Connect provider, browsers hold an opaque cookie, services get the token. Sessions
 * are kept encrypted in the document store, so that gateways may be several and may restart.
 */
@NullMarked
package cn.hotline.gateway.signin;

import org.jspecify.annotations.NullMarked;
