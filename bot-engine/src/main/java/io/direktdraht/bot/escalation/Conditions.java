package io.direktdraht.bot.escalation;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Compiles conditions and checks their types against the facts there are.
final class Conditions {
  /// A condition that walks through more than this is a mistake.
  private static final int LONGEST_WALK = 1_000;

  private static final CelOptions OPTIONS =
      CelOptions.current().comprehensionMaxIterations(LONGEST_WALK).build();

  private static final String UNDECLARED = "undeclared reference to";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

  private final CelCompiler compiler = compiler();
  private final CelRuntime runtime =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

  /// What is wrong at which line of the condition, the first being 1.
  record Mistake(int line, String message) {}

  /// What came of compiling.
  sealed interface Compiled {
    record Right(Condition condition) implements Compiled {}

    record Wrong(List<Mistake> mistakes) implements Compiled {
      public Wrong {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  private static CelCompiler compiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL);
    for (var fact : Fact.values()) builder.addVar(fact.label(), fact.type());
    return builder.build();
  }

  Compiled compile(String source) {
    CelValidationResult checked = compiler.compile(source);
    if (checked.hasError()) {
      List<CelIssue> issues = checked.getErrors();
      return new Compiled.Wrong(issues.stream().map(issue -> mistake(issue, source)).toList());
    }
    try {
      var tree = checked.getAst();
      return new Compiled.Right(new Condition(runtime.createProgram(tree), named(tree)));
    } catch (CelValidationException | CelEvaluationException broken) {
      return new Compiled.Wrong(List.of(new Mistake(1, String.valueOf(broken.getMessage()))));
    }
  }

  private static Map<String, Fact> named(CelAbstractSyntaxTree tree) {
    Map<Long, CelReference> references = tree.getReferenceMap();
    var named = new HashMap<String, Fact>();
    for (var reference : references.values())
      Fact.named(reference.name()).ifPresent(fact -> named.put(fact.label(), fact));
    return named;
  }

  private static Mistake mistake(CelIssue issue, String source) {
    var at = issue.getSourceLocation();
    var first = issue.getMessage().lines().findFirst().orElse("");
    var message =
        first.startsWith(UNDECLARED) ? unknown(source, at.getLine(), at.getColumn()) : first;
    return new Mistake(at.getLine(), "column " + (at.getColumn() + 1) + ": " + message);
  }

  /// CEL names only what stands before the first dot; here the whole name is one.
  private static String unknown(String source, int line, int column) {
    var rest = source.lines().skip(line - 1L).findFirst().orElse("");
    var name = NAME.matcher(rest).region(Math.min(column, rest.length()), rest.length());
    var told = name.lookingAt() ? name.group() : rest;
    return "there is no fact " + told + "; there are " + String.join(", ", Fact.labels());
  }
}
