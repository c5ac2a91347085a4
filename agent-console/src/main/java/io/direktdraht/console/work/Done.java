package io.direktdraht.console.work;

import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.template.Template.Fault;
import io.direktdraht.conversation.way.Way;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of an agent's command.
public sealed interface Done {
  /// It is on disk; `seq` is its last place, `epoch` the conversation's epoch now.
  record Stored(long seq, long epoch) implements Done {}

  /// A colleague has the conversation.
  record AlreadyWith(String name) implements Done {}

  /// Only whoever has the conversation may do this.
  record NotYours() implements Done {}

  /// The conversation has ended, or changed in that moment.
  record TooLate() implements Done {}

  /// That line takes no answer to this contact now; `way` is null when they have no address there.
  record NoWay(Line.Id line, @Nullable Way way) implements Done {}

  /// No message of ours failed at this place, or it arrived after all.
  record NothingLost() implements Done {}

  /// The platform has no such template, or takes none on that line.
  record NoTemplate(String name) implements Done {}

  /// By the name of the variable, why the platform would not take its value.
  record UnfitValues(Map<String, Fault> faults) implements Done {}

  /// Nobody knows which templates there are; the platform says why.
  record TemplatesUnknown(String why) implements Done {}

  /// The platform does not do it; it says why.
  record PlatformRefuses(String why) implements Done {}

  /// The platform did not say whether it did it.
  record PlatformSilent(String why) implements Done {}

  record UnknownConversation() implements Done {}

  record UnknownAgent() implements Done {}

  /// The colleague has no console open.
  record ColleagueAbsent(AgentId agent) implements Done {}
}
