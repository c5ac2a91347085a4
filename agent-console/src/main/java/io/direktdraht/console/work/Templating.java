package io.direktdraht.console.work;

import io.direktdraht.console.people.Account;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.log.Conversations;
import io.direktdraht.conversation.template.Template.Filling;
import io.direktdraht.conversation.template.Templates;
import io.direktdraht.conversation.template.Templates.Offer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers of agents by a template. What is said is made here, of the template as its platform has
/// it, and of nothing that a client claims.
public final class Templating {
  private final Workplace workplace;
  private final Conversations conversations;
  private final Templates templates;

  /// `line`: the way that the agent chose, null for where answers go by themselves. `values` by the
  /// names of the variables; `files` for the head.
  public record Choice(
      Line.@Nullable Id line,
      String name,
      String language,
      Map<String, String> values,
      List<Attachment> files) {
    public Choice {
      values = Map.copyOf(values);
      files = List.copyOf(files);
    }
  }

  public Templating(Workplace workplace, Conversations conversations, Templates templates) {
    this.workplace = workplace;
    this.conversations = conversations;
    this.templates = templates;
  }

  public Offer on(Line.Id line) throws InterruptedException {
    return templates.on(line);
  }

  /// `key` is the client's id: repeating it gives the same answer.
  public Done answer(ConversationId id, Account agent, Choice choice, String key)
      throws InterruptedException {
    var now = conversations.find(id).orElse(null);
    if (now == null) return new Done.UnknownConversation();
    var line = choice.line == null ? now.line() : choice.line;
    return switch (templates.on(line)) {
      case Offer.None(), Offer.Unset _ -> new Done.NoTemplate(choice.name);
      case Offer.Unknown(var why) -> new Done.TemplatesUnknown(why);
      case Offer.Known known -> {
        var template = known.find(choice.name, choice.language).orElse(null);
        if (template == null) yield new Done.NoTemplate(choice.name);
        yield switch (template.fill(choice.values, choice.files)) {
          case Filling.Unfit(var faults) -> new Done.UnfitValues(faults);
          case Filling.Fits(var content) ->
              workplace.answer(id, agent, new Workplace.Answer(content, line), key);
        };
      }
    };
  }
}
