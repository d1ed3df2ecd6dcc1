using System.Diagnostics;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Description;

/// <summary>No text makes the reader of model files crash, hang or grow without bound.</summary>
public class HostileFileTests
{
    private static readonly string[] Pieces =
    [
        "cell: a\n", "receptor: b\n", "equations: |\n", "  dv/dt = -v : volt\n", "parameters: ", "{", "}", "[", "]",
            ", ", ": ", ":", "- ", "? ",
        "\n", "  ", "\t", "\"", "'", "|", ">", "|2-\n", "&a ", "*a ", "!!str ", "!<tag:x> ", "%YAML 1.2\n",
            "%YAML 99999999999999999999.1\n", "%TAG ! !\n",
        "---\n", "...\n", "#", " # x\n", "@", "`", "\\", "\\x4", "\\uD800", "\"\\U00110000\"", "\uD83D\uDE00",
            "\uD83D", "\u0085", "\u2028", "\0", "~",
        "null", "<<: ", "tests:\n", "variants:\n", "initial: ", "v: 1 mV", "0x10", "1e999", "é", "\uFEFF",
    ];

    [Fact]
    public void Random_files_get_findings_and_never_an_exception()
    {
        var random = new Random(20260701);
        for (var i = 0; i < 10_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25))
                .Select(_ => Pieces[random.Next(Pieces.Length)]));
            Try(random.Next(2) == 0 ? text : "cell: a\n" + text);
        }
    }

    [Fact]
    public void A_library_file_with_characters_lost_or_added_never_makes_an_exception()
    {
        var random = new Random(7);
        foreach (var name in Isonomia.Modeling.Models.ModelLibrary.Names)
        {
            var text = Isonomia.Modeling.Models.ModelLibrary.Text(name);
            for (var i = 0; i < 25; i++)
            {
                var at = random.Next(text.Length);
                var cut = random.Next(Math.Min(20, text.Length - at));
                Try(text[..at] + Pieces[random.Next(Pieces.Length)] + text[(at + cut)..]);
            }
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: ")]
    [InlineData("{a: ")]
    [InlineData("[a, ")]
    [InlineData("\n- ")]
    [InlineData("&a ")]
    [InlineData("!x ")]
    [InlineData("\"")]
    [InlineData("'a' ")]
    [InlineData("%a\n")]
    [InlineData("---\n")]
    [InlineData("a:\n ")]
    [InlineData("a: 1\n")]
    [InlineData("a, ")]
    [InlineData("x")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("#\n")]
    public void A_megabyte_of_one_token_is_refused_or_read_in_seconds(string token)
    {
        var clock = Stopwatch.StartNew();
        Try(string.Concat(Enumerable.Repeat(token, (1 << 20) / token.Length)));
        Try("cell: a\nparameters: " + string.Concat(Enumerable.Repeat(token, ((1 << 20) - 40) / token.Length)));

        // Quadratic time would be hours here; a minute is far from both.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_parameters_is_refused_and_one_of_a_thousand_is_followed()
    {
        foreach (var length in new[] { 100_000, 999 })
        {
            var names = string.Join(", ", Enumerable.Range(0, length).Select(i => $"a{i}: a{i + 1}")
                .Append($"a{length}: 1 ms"));
            var bag = new DiagnosticBag();
            var cell = ModelFile.Parse($"cell: a\nparameters: {{{names}}}\nequations: |\n  dv/dt = -v/a0 : volt\n",
                "m.yaml", bag) as CellDescription;
            Assert.Equal(length > 1000, bag.HasErrors);
            Assert.Equal(1e-3, cell is null ? 1e-3 : Isonomia.Modeling.Models.ModelFacts.Of(cell).Parameters[0].Value,
                1e-12);
        }
    }

    [Fact]
    public void Aliases_that_multiply_are_refused_where_they_stand()
    {
        var bag = new DiagnosticBag();
        var bomb = "a: &a [x,x,x,x]\n"
            + string.Concat(Enumerable.Range(0, 20).Select(i => $"k{i}: &{(char)('b' + i)} [*a,*a,*a,*a]\n"));
        Assert.Null(ModelFile.Parse(bomb, "m.yaml", bag));
        Assert.Contains("anchor", bag.Found[0].Message);
    }

    [Fact]
    public void Control_characters_that_escapes_stand_for_survive_being_written_again() =>
        Try("receptor: a\ndescription: \"rings \\a and\\nbreaks\"\non_pre: v += w\n");

    private static void Try(string text)
    {
        var bag = new DiagnosticBag();
        var model = ModelFile.Parse(text, "m.yaml", bag);
        Assert.True(model is not null || bag.HasErrors, "nothing was read and nothing said: "
            + text[..Math.Min(200, text.Length)]);
        if (model is CellDescription cell)
            cell.Resolve(bag);
        else if (model is ReceptorDescription receptor)
            receptor.Resolve(null, bag);
        if (model is not null)
            Assert.Equal(model, ModelFile.Parse(ModelFile.Write(model), "again.yaml", bag));
        foreach (var found in bag.Found)
            Assert.DoesNotContain("Exception", found.Render());
    }
}
