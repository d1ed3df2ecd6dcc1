using FsCheck;
using FsCheck.Fluent;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;
using Isonomia.Numerics.Random;

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>
/// No text makes a parser throw, overflow its stack, or point outside the text. A failing text is printed with the
/// number of its stream, which makes it again. The full test tries thirty times as many.
/// </summary>
public class HostileTextTests
{
    [Fact]
    public void Any_string_is_read_or_explained() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Fuzz.Check(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_characters_are_explained() => Try("characters", Fuzz.Characters);

    [Fact]
    public void Random_tokens_are_explained() => Try("tokens", Fuzz.TokenSoup);

    [Fact]
    public void Damaged_models_are_explained() => Try("models", Fuzz.DamagedModel);

    [Fact]
    public void An_accident_in_one_equation_leaves_the_others_alone()
    {
        // The model's equations, one a line; an accident in one of them. Left out is only what joins lines by the rules
        // of the language (a backslash or an operator at the end) or hides part of one (a comment, a quotation).
        var lines = Parsing.Equations(Fuzz.Model).Split('\n');
        var stream = new RandomStream(17, "accident");
        for (var i = 0; i < Fuzz.Texts; i++)
        {
            var hit = stream.Below(lines.Length);
            var damaged = Fuzz.Damage(lines[hit], stream);
            if (damaged.AsSpan().ContainsAny("\\#\n'\"") || GoesOn(damaged.TrimEnd()))
                continue;
            var text = string.Join('\n', [.. lines[..hit], damaged, .. lines[(hit + 1)..]]);
            var bag = new DiagnosticBag();
            var read = EquationsParser.Parse(new SourceText(text, "text"), bag).Select(SyntaxPrinter.Print).ToList();
            var others = lines.Where((_, at) => at != hit);
            Assert.True(others.All(read.Contains), $"{damaged}\n{string.Join('\n', read)}");
            Assert.All(bag.Found, f => Assert.True(f.Source.Position(f.Span.Start).Line == hit + 1, damaged));
        }
    }

    public static TheoryData<string> Extremes => new(
        new string('(', 90_000),
        new string(')', 90_000),
        new string('-', 90_000),
        string.Concat(Enumerable.Repeat("not ", 20_000)),
        string.Concat(Enumerable.Repeat("x**", 30_000)),
        string.Concat(Enumerable.Repeat("x+", 45_000)),
        string.Concat(Enumerable.Repeat("a<", 45_000)),
        string.Concat(Enumerable.Repeat("f(", 45_000)),
        string.Concat(Enumerable.Repeat("x=(", 30_000)),
        string.Concat(Enumerable.Repeat("x=1 ", 24_000)),
        string.Concat(Enumerable.Repeat("dv/dt=1 ", 12_000)),
        string.Concat(Enumerable.Repeat("x:1 ", 24_000)),
        string.Concat(Enumerable.Repeat("x,", 45_000)) + "x : 1",
        string.Concat(Enumerable.Repeat("x:1(", 24_000)),
        string.Concat(Enumerable.Repeat("x : 1\n", 16_000)),
        string.Concat(Enumerable.Repeat("x = a\n", 16_000)),
        string.Concat(Enumerable.Repeat("x (\n", 24_000)),
        string.Concat(Enumerable.Repeat("x = a +\n", 12_000)),
        string.Concat(Enumerable.Repeat("a b\n", 24_000)),
        string.Concat(Enumerable.Repeat("a;", 45_000)),
        "x : " + string.Concat(Enumerable.Repeat("volt*", 19_000)),
        "x : " + string.Concat(Enumerable.Repeat("(", 90_000)),
        "x : 1 (" + string.Concat(Enumerable.Repeat("constant,", 10_000)),
        "x : 1 (" + string.Concat(Enumerable.Repeat("constant ", 10_000)),
        "x = 0." + new string('1', 90_000),
        new string('x', 90_000),
        new string('9', 90_000),
        new string('\u00b2', 90_000),
        new string('\'', 90_000),
        new string('\\', 90_000),
        new string('\n', 90_000),
        new string(' ', 90_000));

    [Theory]
    [MemberData(nameof(Extremes))]
    public void The_longest_texts_are_read_in_linear_time(string text) => Fuzz.Check(text);

    [Fact]
    public void A_text_that_is_too_long_is_refused() => Assert.Equal(
        ["1:1: found a text of 100,001 characters where at most 100,000 were expected"],
        Mistakes.OfEquations(new string(' ', 100_001)));

    [Fact]
    public void Too_many_equations_or_statements_are_refused()
    {
        Assert.Equal(
            ["501:1: found more than 500 equations"],
            Mistakes.OfEquations(string.Concat(Enumerable.Repeat("x : 1\n", 501))));
        Assert.Equal(
            ["2001:1: found more than 2,000 statements"],
            Mistakes.OfStatements(string.Concat(Enumerable.Repeat("x = 1\n", 2001))));
    }

    [Fact]
    public void Two_hundred_levels_are_read_and_more_refused()
    {
        Assert.Empty(Mistakes.OfExpression(string.Concat(Enumerable.Repeat("(", 200)) + "x" + new string(')', 200)));
        Assert.Empty(Mistakes.OfExpression("x" + string.Concat(Enumerable.Repeat("+x", 199))));
        const string Message = "found an expression of more than 200 operations inside each other or in a row";
        const string Hint = "-> name its parts in equations of their own";
        Assert.Equal(
            ["1:201: " + Message, Hint], Mistakes.OfExpression(new string('(', 201) + "x" + new string(')', 201)));
        Assert.Equal(
            ["1:402: " + Message, Hint], Mistakes.OfExpression("x" + string.Concat(Enumerable.Repeat("+x", 300))));
    }

    private static bool GoesOn(string line) =>
        line is [.., '=' or '+' or '-' or '*' or '/' or '%' or '<' or '>' or '^' or '!' or '&' or '\u2212' or '\u00d7']
        || line.EndsWith("and") || line.EndsWith("or") || line.EndsWith("not");

    private static void Try(string name, Func<RandomStream, string> make)
    {
        for (var i = 0; i < Fuzz.Texts; i++)
        {
            var text = make(new RandomStream(i, name));
            try
            {
                Fuzz.Check(text);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"text {i} of '{name}': {text}", e);
            }
        }
    }
}
