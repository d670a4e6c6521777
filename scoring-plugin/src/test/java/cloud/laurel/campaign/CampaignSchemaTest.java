package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.engine.TestEngine;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema says the same as the reader, as far as a schema can. */
class CampaignSchemaTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(CampaignSchema.text());

  private static boolean fits(String json) {
    return SCHEMA
        .validate(
            json,
            InputFormat.JSON,
            execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true))
        .isEmpty();
  }

  private static boolean isRead(String json) {
    try {
      RulesReader.read(json);
      return true;
    } catch (InvalidCampaign e) {
      return false;
    }
  }

  @Test
  void theNoticeAndEveryTemplateFit() {
    LocalDate today = LocalDate.of(2026, 11, 22);
    assertThat(fits(TestEngine.notice())).isTrue();
    assertThat(fits(CampaignTemplates.notice(today))).isTrue();
    assertThat(fits(CampaignTemplates.empty("新活动", today))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // taken
        "\"document\": \"石教〔2020〕94号\" | \"document\": null",
        "\"points\": 10 | \"points\": 10.0",
        "\"atLeast\": \"0.40\" | \"atLeast\": 0.4",
        "\"organizer\": \"石首市教育局\" | \"divisor\": \"REGISTERED\"",
        "\"organizer\": \"石首市教育局\" | \"studentMean\": \"SUM\"",
        "\"organizer\": \"石首市教育局\" | \"appeals\": {\"fileWithinDays\": 1, \"answerWithinDays\": 366}",
        // refused
        "\"code\": \"shishou-2020\" | \"code\": \"Shishou\"",
        "\"code\": \"shishou-2020\" | \"code\": \"check\"",
        "\"code\": \"shishou-2020\" | \"code\": null",
        "\"title\": | \"name\":",
        "\"to\": \"2021-06-30\" | \"to\": \"2021-06-31\"",
        "\"to\": \"2021-06-30\" | \"to\": 20210630",
        "\"fromGrade\": 3 | \"fromGrade\": 13",
        "\"role\": \"ADMINISTRATOR\" | \"role\": \"STUDENT\"",
        "\"points\": 10 | \"points\": 10.5",
        "\"points\": 10 | \"points\": \"10\"",
        "\"points\": 10 | \"points\": 10001",
        "\"count\": 1 | \"count\": 0",
        "\"per\": \"CAMPAIGN\" | \"per\": \"DECADE\"",
        "\"beneficiaries\": | \"beneficiaries\": [], \"x\":",
        "\"combine\": \"BEST_ALTERNATIVE\" | \"combine\": \"WORST\"",
        "\"atLeast\": \"0.40\" | \"atLeast\": \"40%\"",
        "\"atLeast\": \"0.40\" | \"atLeast\": 1.4",
        "\"schoolScore\": | \"score\":",
        "\"STUDENT_MEAN\" | \"LUCK\"",
        "\"teachers\": \"0.90\" | \"teacher\": \"0.90\"",
        "\"organizer\": \"石首市教育局\" | \"appeals\": {\"fileWithinDays\": 0, \"answerWithinDays\": 1}",
        "\"organizer\": \"石首市教育局\" | \"appeals\": 30",
        "\"organizer\": \"石首市教育局\" | \"schoolTerms\": [{\"code\": \"a\", \"name\": \"A\"}]",
        "\"quota\": 10 | \"quota\": 0",
        "\"of\": \"SCHOOL\" | \"of\": \"PUPIL\"",
        "\"phases\": | \"phases\": {}, \"x\":",
      })
  void schemaAndReaderGiveTheSameVerdict(String part, String replacement) {
    String json = TestEngine.notice().replace(part, replacement);
    assertThat(fits(json)).as(json).isEqualTo(isRead(json));
  }
}
