package io.direktdraht.storage.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.direktdraht.conversation.AgentId;
import io.direktdraht.conversation.Attachment;
import io.direktdraht.conversation.Author;
import io.direktdraht.conversation.ContactId;
import io.direktdraht.conversation.ConversationId;
import io.direktdraht.conversation.JoinId;
import io.direktdraht.conversation.Line;
import io.direktdraht.conversation.PromiseId;
import io.direktdraht.conversation.Stage;
import io.direktdraht.conversation.event.ConversationEvent;
import io.direktdraht.conversation.event.Turn;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/// How events and stages are written down. A sealed type carries its record's name as `type`; ids
/// are strings. Fields may be added, never renamed: what is stored must be read for ever.
public final class EventJson {
  private static final List<Class<?>> SEALED =
      List.of(ConversationEvent.class, Author.class, Stage.class, Turn.Pending.class);

  private final ObjectWriter eventWriter;
  private final ObjectReader eventReader;
  private final ObjectWriter stageWriter;
  private final ObjectReader stageReader;
  private final String withBot;

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  public EventJson() {
    var builder =
        JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(
                new SimpleModule("ids")
                    .addSerializer(new AsText<>(ConversationId.class))
                    .addDeserializer(ConversationId.class, new FromText<>(ConversationId::of))
                    .addSerializer(new AsText<>(ContactId.class))
                    .addDeserializer(ContactId.class, new FromText<>(ContactId::of))
                    .addSerializer(new AsText<>(Attachment.Id.class))
                    .addDeserializer(Attachment.Id.class, new FromText<>(Attachment.Id::of))
                    .addSerializer(new AsText<>(PromiseId.class))
                    .addDeserializer(PromiseId.class, new FromText<>(PromiseId::of))
                    .addSerializer(new AsText<>(JoinId.class))
                    .addDeserializer(JoinId.class, new FromText<>(JoinId::of))
                    .addSerializer(new AsText<>(AgentId.class))
                    .addDeserializer(AgentId.class, new FromText<>(AgentId::new))
                    .addSerializer(new AsText<>(Line.Id.class))
                    .addDeserializer(Line.Id.class, new FromText<>(Line.Id::new)));
    for (var sealed : SEALED) {
      builder.addMixIn(sealed, Typed.class);
      for (var kind : sealed.getPermittedSubclasses())
        builder.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
    }
    var mapper = builder.build();
    eventWriter = mapper.writerFor(ConversationEvent.class);
    eventReader = mapper.readerFor(ConversationEvent.class);
    stageWriter = mapper.writerFor(Stage.class);
    stageReader = mapper.readerFor(Stage.class);
    withBot = stageWriter.writeValueAsString(new Stage.WithBot());
  }

  String write(ConversationEvent event) {
    return eventWriter.writeValueAsString(event);
  }

  ConversationEvent event(String json) {
    return eventReader.readValue(json);
  }

  /// Most conversations are with the bot, and each turn reads and writes that twice.
  String write(Stage stage) {
    return stage instanceof Stage.WithBot ? withBot : stageWriter.writeValueAsString(stage);
  }

  Stage stage(String json) {
    return json.equals(withBot) ? new Stage.WithBot() : stageReader.readValue(json);
  }

  private static final class AsText<T> extends ValueSerializer<T> {
    private final Class<T> type;

    AsText(Class<T> type) {
      this.type = type;
    }

    @Override
    public Class<?> handledType() {
      return type;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeString(value.toString());
    }
  }

  private static final class FromText<T> extends ValueDeserializer<T> {
    private final Function<String, T> read;

    FromText(Function<String, T> read) {
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      return read.apply(json.getString());
    }
  }
}
