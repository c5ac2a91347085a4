package io.direktdraht.server.web;

import io.direktdraht.channel.directline.DirectLineChannel;
import io.direktdraht.channel.rasa.socket.SocketChannel;
import io.direktdraht.channel.web.WebSettings;
import io.direktdraht.console.web.SignInCookie;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/// Who may do what. Customers prove themselves by their visitor's token, platforms by theirs,
/// agents by their cookie.
@Configuration(proxyBeanMethods = false)
class SecurityWiring {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
  private static final List<String> DIRECT_LINE =
      List.of("Authorization", "Content-Type", "Accept", "x-ms-bot-agent", "x-requested-with");
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /// Where customers and platforms come in. They sign what they send or carry a token of their own;
  /// no cookie counts there, so nothing needs to guard one, and none is left with a shop's
  /// visitors.
  @Bean
  @Order(1)
  SecurityFilterChain doors(HttpSecurity http) {
    return http.securityMatcher(
            "/widget/**", "/chat/**", "/webhooks/**", "/v3/directline/**", "/socket.io/**")
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .cors(Customizer.withDefaults())
        .headers(SecurityWiring::headers)
        .build();
  }

  /// Each filter would be timed twice for every call: a quarter of what a webhook costs.
  @Bean
  SecurityObservationSettings filtersUntimed() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(2)
  SecurityFilterChain house(HttpSecurity http, SignInCookie cookie) {
    return http.securityContext(context -> context.securityContextRepository(cookie))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults())
        .cors(Customizer.withDefaults())
        .csrf(CsrfConfigurer::spa)
        .headers(SecurityWiring::headers)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/api/session")
                .permitAll()
                .requestMatchers("/api/lines/**", "/api/lines")
                .hasRole("OPERATOR")
                .requestMatchers("/api/**", "/console/socket")
                .hasRole("AGENT")
                .requestMatchers("/actuator/health/**", "/actuator/health")
                .permitAll()
                .requestMatchers("/actuator/**")
                .access(SecurityWiring::mayMeasure)
                .anyRequest()
                .permitAll())
        .exceptionHandling(SecurityWiring::problems)
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
  }

  private static void problems(ExceptionHandlingConfigurer<HttpSecurity> failures) {
    failures
        .authenticationEntryPoint(
            (_, response, _) -> problem(response, 401, "not_signed_in", "please sign in"))
        .accessDeniedHandler((_, response, denied) ->
            problem(
                response,
                403,
                denied instanceof CsrfException ? "csrf" : "forbidden",
                "this is not allowed"));
  }

  /// Metrics are for administrators, and for a collector on the same machine that no proxy stands
  /// before.
  private static AuthorizationDecision mayMeasure(
      Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
    var request = asItCame(context.getRequest());
    boolean local =
        LOOPBACK.contains(String.valueOf(request.getRemoteAddr()))
            && request.getHeader("X-Forwarded-For") == null
            && request.getHeader("Forwarded") == null;
    boolean administrator =
        who.get().getAuthorities().stream()
            .anyMatch(granted -> "ROLE_ADMINISTRATOR".equals(granted.getAuthority()));
    return new AuthorizationDecision(local || administrator);
  }

  /// Before a filter believed what a proxy, or whoever plays one, says of it.
  private static HttpServletRequest asItCame(HttpServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapped) inner = wrapped.getRequest();
    return (HttpServletRequest) inner;
  }

  private static void problem(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response
        .getWriter()
        .write("{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}".formatted(status, code, detail));
  }

  /// Pages of other hosts may load the widget and speak to it, if they are on the allow-list.
  @Bean
  CorsConfigurationSource corsConfigurationSource(
      WebSettings web, DirectLineChannel directLine, SocketChannel rasa) {
    var widget = cors(web.origins(), List.of("Authorization", "Content-Type"));
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/widget/**", widget);
    source.registerCorsConfiguration("/chat/**", widget);
    source.registerCorsConfiguration(
        "/socket.io/**", cors(rasa.origins(), List.of("Content-Type")));
    return request ->
        request.getRequestURI().startsWith("/v3/directline/")
            ? cors(directLine.origins(), DIRECT_LINE) // as its lines are at this moment
            : source.getCorsConfiguration(request);
  }

  private static CorsConfiguration cors(List<String> origins, List<String> headers) {
    var cors = new CorsConfiguration();
    cors.setAllowedOrigins(origins);
    cors.setAllowedMethods(List.of("GET", "HEAD", "POST"));
    cors.setAllowedHeaders(headers);
    cors.setExposedHeaders(List.of("Retry-After"));
    cors.setMaxAge(Duration.ofHours(1));
    return cors;
  }

  /// Sign-ins are ours alone: without this, a default user would be made.
  @Bean
  UserDetailsService nobody() {
    return new InMemoryUserDetailsManager();
  }
}
