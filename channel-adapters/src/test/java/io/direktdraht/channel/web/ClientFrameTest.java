package io.direktdraht.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameTest {
  private static final String ID = "0190a2b4-0000-7000-8000-000000000001";
  private final ClientFrame.Reader reader = new ClientFrame.Reader();

  @Test
  void readsEveryFrameOfTheProtocol() throws ClientFrame.Bad {
    assertThat(
            reader.read(
                "{'type':'hello','line':'web','token':null,'language':'de-AT'}".replace('\'', '"')))
        .isEqualTo(new ClientFrame.Hello("web", null, "de", null, 0, null));
    assertThat(read("{'type':'message','id':'" + ID + "','text':'Hallo','payload':'/x'}"))
        .isEqualTo(new ClientFrame.Message(ID, "Hallo", "/x", List.of()));
    assertThat(read("{'type':'typing','active':true}")).isEqualTo(new ClientFrame.Typing(true));
    assertThat(read("{'type':'seen','delivered':43,'read':42}"))
        .isEqualTo(new ClientFrame.Seen(43, 42));
    assertThat(read("{'type':'resume','conversation':'c','lastSeq':41}"))
        .isEqualTo(new ClientFrame.Resume("c", 41));
    assertThat(read("{'type':'ping'}")).isEqualTo(new ClientFrame.Ping());
    assertThat(read("{'type':'pong'}")).isEqualTo(new ClientFrame.Pong());
  }

  @Test
  void aLanguageThatNobodyHereSpeaksIsNoMistake() throws ClientFrame.Bad {
    assertThat(read("{'type':'hello','line':'web','language':'pt-BR'}"))
        .isEqualTo(new ClientFrame.Hello("web", null, null, null, 0, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "'hello'",
        "[]",
        "[{'type':'ping'}]",
        "{",
        "{'type':'ping'",
        "{'type':'ping'} {'type':'ping'}",
        "{'type':'ping'} x",
        "{'type':'ping','type':'pong'}",
        "{'type':'ping','x':NaN}",
        "{}",
        "{'type':null}",
        "{'type':7}",
        "{'type':['ping']}",
        "{'type':{'ping':1}}",
        "{'type':'unknown'}",
        "{'type':'PING'}",
        "{'type':'hello'}",
        "{'type':'hello','line':7}",
        "{'type':'hello','line':{}}",
        "{'type':'hello','line':'web','token':7}",
        "{'type':'hello','line':'web','lastSeq':-1}",
        "{'type':'hello','line':'web','lastSeq':1.5}",
        "{'type':'hello','line':'web','lastSeq':'1'}",
        "{'type':'hello','line':'web','lastSeq':1e3}",
        "{'type':'hello','line':'web','lastSeq':9223372036854775808}",
        "{'type':'hello','line':'web','lastSeq':1e999999999}",
        "{'type':'message','id':'x','text':'a'}",
        "{'type':'message','text':'a'}",
        "{'type':'message','id':'0190a2b4-0000-7000-8000-000000000001'}",
        "{'type':'message','id':'0190a2b4-0000-7000-8000-000000000001','text':7}",
        "{'type':'message','id':'0190a2b4-0000-7000-8000-000000000001','text':['a']}",
        "{'type':'message','id':'0190a2b4-0000-7000-8000-000000000001','text':'a','payload':1}",
        "{'type':'typing'}",
        "{'type':'typing','active':'true'}",
        "{'type':'typing','active':1}",
        "{'type':'seen','delivered':true,'read':1}",
        "{'type':'seen','delivered':1,'read':[]}"
      })
  void refusesWhatIsNoFrame(String text) {
    assertBad(text.replace('\'', '"'));
  }

  @Test
  void refusesWhatIsTooDeepTooLongOrTooLarge() {
    assertBad("[".repeat(10_000) + "]".repeat(10_000));
    assertBad("{\"type\":\"ping\",\"x\":" + "{\"x\":".repeat(20) + "1" + "}".repeat(21));
    assertBad("{\"type\":\"hello\",\"line\":\"" + "x".repeat(65) + "\"}");
    assertBad("{\"type\":\"hello\",\"line\":\"web\",\"lastSeq\":1" + "0".repeat(5_000) + "}");
    assertBad("{\"type\":\"" + "x".repeat(100_000) + "\"}");
    assertBad("{\"" + "x".repeat(100_000) + "\":1}");
    var long500 = "x".repeat(501);
    assertBad(
        "{\"type\":\"message\",\"id\":\""
            + ID
            + "\",\"text\":\"a\",\"payload\":\""
            + long500
            + "\"}");
  }

  private ClientFrame read(String text) throws ClientFrame.Bad {
    return reader.read(text.replace('\'', '"'));
  }

  private void assertBad(String text) {
    assertThatExceptionOfType(ClientFrame.Bad.class).isThrownBy(() -> reader.read(text));
  }
}
