using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Tests.Markup;

public class MarkupWriterTests
{
    [Fact]
    public void What_stands_in_a_hole_is_escaped_and_the_rest_is_markup()
    {
        const string name = "<script>\"'&";
        var page = new MarkupWriter().Add($"<b title=\"{name}\">{name}</b>");
        Assert.Equal("<b title=\"&lt;script&gt;&quot;&#39;&amp;\">&lt;script&gt;&quot;&#39;&amp;</b>", page.ToString());
    }

    [Fact]
    public void Control_characters_that_no_page_may_hold_are_replaced()
    {
        const string name = "a\0b\u001b[31m\tc";
        Assert.Equal("a\ufffdb\ufffd[31m\tc", new MarkupWriter().Add($"{name}").ToString());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.001, "0")]
    [InlineData(12.5, "12.5")]
    [InlineData(-12.346, "-12.35")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(100.999, "101")]
    [InlineData(3.05, "3.05")]
    public void Coordinates_have_at_most_two_decimals(double value, string text) =>
        Assert.Equal(text, new MarkupWriter().Add($"{value}").ToString());

    [Fact]
    public void Identifiers_are_the_same_in_every_run_and_never_twice()
    {
        var page = new MarkupWriter();
        Assert.Equal(["clip1", "clip2", "head3"], [page.NextId("clip"), page.NextId("clip"), page.NextId("head")]);
    }
}
