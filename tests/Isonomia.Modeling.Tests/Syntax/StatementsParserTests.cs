namespace Isonomia.Modeling.Tests.Syntax;

public class StatementsParserTests
{
    [Theory]
    [InlineData("v = Vr; w += b", "v = Vr\nw += b")]
    [InlineData("v = Vr\nw += b\n", "v = Vr\nw += b")]
    [InlineData("v = v + w*int(x>0)", "v = (v + (w * int((x > 0))))")]
    [InlineData("a -= 1; b *= 2; c /= 3; d **= 4; e //= 5; f %= 6", "a -= 1\nb *= 2\nc /= 3\nd **= 4\ne //= 5\nf %= 6")]
    [InlineData("w = clip(w + apre,\n  0, wmax) # bounded\napost += 1", "w = clip((w + apre), 0, wmax)\napost += 1")]
    [InlineData("v = -70*mV # reset", "v = ((-70) * mV)")]
    [InlineData("", "")]
    [InlineData(";;\n;", "")]
    public void Statements_are_separated_by_lines_and_semicolons(string text, string read) =>
        Assert.Equal(read, Parsing.Statements(text));
}
