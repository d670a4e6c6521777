package cloud.laurel.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Invents people's names, among them some that break careless software: characters outside the
 * common sets or the basic plane, and names of two parts with a middle dot.
 *
 * <p>The given names use none of the characters of the given names in the published bulletin, so
 * that nobody who was honoured there can come out by chance.
 */
final class Names {

  private static final List<String> FAMILY =
      characters(
          "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤");

  private static final List<String> GIVEN =
      characters("晨浩然思雨欣梓涵嘉诚杰志强海燕秋冬月博子轩雅佳乐天启航锦程书恒若紫萱瑞泽远承修德康豪栋景行清源云帆鹏飞凯旋楷梦瑶诗语可馨桐沐星辰一诺知望舒安亦菲");

  private static final List<String> RARE = characters("㛃䶮龘喆堃犇骉𬭩𫖯𬀩");

  private static final List<Name> TWO_PART =
      List.of(
          new Name("阿依古丽·", "买买提"),
          new Name("古丽巴哈尔·", "吐尔逊"),
          new Name("迪丽拜尔·", "阿不都"),
          new Name("努尔兰·", "哈斯木"),
          new Name("扎西·", "多吉"));

  private final SplittableRandom random;

  Names(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The next name. */
  Name next() {
    int dice = random.nextInt(1000);
    if (dice < 2) {
      return pick(TWO_PART);
    }
    String family = pick(FAMILY);
    if (dice < 8) {
      return new Name(family, pick(RARE));
    }
    if (dice < 12) {
      return new Name(family, pick(GIVEN) + pick(RARE));
    }
    return new Name(family, dice < 200 ? pick(GIVEN) : pick(GIVEN) + pick(GIVEN));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /**
   * A name in OneRoster's two columns; one after the other they are what is printed.
   *
   * @param family in a name of two parts it ends with the middle dot
   * @param given never empty
   */
  record Name(String family, String given) {
    @Override
    public String toString() {
      return family + given;
    }
  }
}
