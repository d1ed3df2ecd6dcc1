using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Diagnostics;

public class DiagnosticTests
{
    [Fact]
    public void A_finding_shows_place_line_caret_and_hint() => Assert.Equal(
        """
        cell.yaml:2:4: error: unknown operator '^'
            dw^2 = w
              ^
            a power is written '**'
        """,
        Render("first\ndw^2 = w\nlast", 8, 1, "unknown operator '^'", "a power is written '**'", origin: (1, 2)));

    [Fact]
    public void A_caret_under_a_tab_or_a_wide_pair_stands_where_it_should() => Assert.Equal(
        "cell.yaml:1:5: error: x\n     \U0001D463 abc\n       ^^^",
        Render("\t\U0001D463 abc", 4, 3, "x"));

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var rendered = Render(new string('a', 500) + "?" + new string('b', 500), 500, 1, "x").Split('\n');
        Assert.Equal("    ..." + new string('a', 55) + "?" + new string('b', 54) + "...", rendered[1]);
        Assert.Equal(rendered[1].IndexOf('?'), rendered[2].IndexOf('^'));
    }

    [Fact]
    public void A_stretch_over_lines_is_marked_to_the_end_of_its_first() => Assert.Equal(
        "cell.yaml:1:3: error: x\n    a (b +\n      ^^^^",
        Render("a (b +\r\n c", 2, 9, "x"));

    [Fact]
    public void The_end_of_a_line_has_a_caret_behind_it() => Assert.Equal(
        "cell.yaml:1:4: error: x\n    a +\n       ^", Render("a +", 3, 0, "x"));

    [Fact]
    public void A_blank_text_has_no_line_to_show() => Assert.Equal("cell.yaml:1:1: error: x", Render("  ", 0, 0, "x"));

    [Fact]
    public void A_terminal_is_never_written_to_by_the_text() => Assert.Equal(
        "cell.yaml:1:1: error: x\n    a [31m  b\n    ^", Render("a\u001b[31m\u202e\u0007b", 0, 1, "x"));

    [Fact]
    public void A_place_is_counted_from_where_the_text_stands_in_its_file()
    {
        // A text that begins at line 4, column 7 of a file, and whose other lines are indented by two.
        var source = new SourceText("a\nbb\nccc", "m.yaml", [(4, 7), (5, 3)]);
        Assert.Equal((4, 7), source.Position(0));
        Assert.Equal((5, 4), source.Position(3));
        Assert.Equal((6, 5), source.Position(7));
    }

    [Fact]
    public void Findings_at_one_place_are_told_once()
    {
        var bag = new DiagnosticBag();
        var source = new SourceText("a b", "m");
        bag.Error(source, new TextSpan(2, 1), "the cause");
        bag.Error(source, new TextSpan(2, 1), "the consequence");
        bag.Warning(source, new TextSpan(2, 1), "a doubt");
        Assert.Equal(["the cause", "a doubt"], bag.Found.Select(d => d.Message));
        Assert.Equal(
            "m:1:3: error: the cause\n    a b\n      ^\nm:1:3: warning: a doubt\n    a b\n      ^",
            Assert.Throws<ModelException>(bag.ThrowIfErrors).Message);
    }

    private static string Render(
        string text, int start, int length, string message, string? hint = null, (int Line, int Column)? origin = null)
    {
        var source = new SourceText(text, "cell.yaml", origin is { } o ? [o, (2, o.Column)] : null);
        return new Diagnostic(Severity.Error, message, source, new TextSpan(start, length), hint).Render();
    }
}
