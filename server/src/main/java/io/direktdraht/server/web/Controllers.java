package io.direktdraht.server.web;

import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Registers controllers that the rooms made themselves and keep to themselves.
final class Controllers {
  Controllers(RequestMappingHandlerMapping mapping, List<Object> controllers) {
    for (var controller : controllers) register(mapping, controller);
  }

  private static void register(RequestMappingHandlerMapping mapping, Object controller) {
    var type = controller.getClass();
    var base = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
    var prefix = base == null ? new String[] {""} : base.path();
    var methods =
        MethodIntrospector.selectMethods(
            type,
            (MethodIntrospector.MetadataLookup<RequestMappingInfo>)
                method ->
                    Optional.ofNullable(
                            AnnotatedElementUtils.findMergedAnnotation(
                                method, RequestMapping.class))
                        .map(found -> info(prefix, found, mapping))
                        .orElse(null));
    methods.forEach((method, info) -> {
      method.setAccessible(true);
      mapping.registerMapping(info, controller, method);
    });
  }

  private static RequestMappingInfo info(
      String[] prefix, RequestMapping found, RequestMappingHandlerMapping mapping) {
    var own =
        RequestMappingInfo.paths(found.path().length == 0 ? new String[] {""} : found.path())
            .methods(found.method())
            .consumes(found.consumes())
            .options(mapping.getBuilderConfiguration())
            .build();
    return RequestMappingInfo.paths(prefix)
        .options(mapping.getBuilderConfiguration())
        .build()
        .combine(own);
  }
}
