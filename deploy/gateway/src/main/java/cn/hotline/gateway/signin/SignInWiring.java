package cn.hotline.gateway.signin;

import cn.hotline.gateway.Desks;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.json.JsonMapper;

/** Sign-in, sessions and who asks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInProperties.class)
public class SignInWiring {

    private static final int STORE_PATIENCE_SECONDS = 3;

    @Bean
    Edge edge(SignInProperties settings) {
        return new Edge(settings);
    }

    /** The gateway's own filters take away what they do not trust, so ours comes after them. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    HttpHeadersFilter whereFrom(Edge edge) {
        return (headers, exchange) -> edge.told(headers, exchange.getRequest());
    }

    @Bean
    Cookies cookies(Edge edge) {
        return new Cookies(edge);
    }

    @Bean
    Seal seal(SignInProperties settings) {
        return Seal.of(settings.keys());
    }

    @Bean
    MongoClient sessionStore(SignInProperties settings) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.mongo()))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(STORE_PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    Sessions sessions(
            MongoClient store, Seal seal, SignInProperties settings, JsonMapper json, ObjectProvider<Clock> clock) {
        return new Sessions(
                store.getDatabase("hotline_gateway").getCollection("sessions"),
                seal,
                json,
                settings.idle(),
                settings.longest(),
                clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    Provider provider(SignInProperties settings, ObjectProvider<Clock> clock) {
        return new Provider(settings, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    Callers callers(Edge edge, Provider provider, ObjectProvider<Clock> clock) {
        return new Callers(edge, provider, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    SignIn signIn(
            Provider provider,
            Sessions sessions,
            Seal seal,
            Edge edge,
            Cookies cookies,
            JsonMapper json,
            Desks desks,
            ObjectProvider<Clock> clock) {
        return new SignIn(provider, sessions, seal, edge, cookies, json, desks, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 30)
    WebFilter sessionFilter(
            Sessions sessions,
            Provider provider,
            SignIn signIn,
            Edge edge,
            Cookies cookies,
            ObjectProvider<Clock> clock) {
        return new SessionFilter(
                sessions, new Renewal(provider, sessions, clock.getIfUnique(Clock::systemUTC)), signIn, edge, cookies);
    }
}
