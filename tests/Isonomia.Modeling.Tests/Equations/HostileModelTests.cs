using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Tests.Syntax;
using Isonomia.Modeling.Units;
using Isonomia.Numerics.Random;

namespace Isonomia.Modeling.Tests.Equations;

/// <summary>
/// Whatever stands in a model, it is read or explained: no exception, no place outside the text, and what is read
/// without error has the dimensions it declares. The full test tries thirty times as many.
/// </summary>
public class HostileModelTests
{
    private static readonly WrittenModel[] models =
        [.. WrittenModel.Read("brian2.txt"), .. WrittenModel.Read("wrong-models.txt")];

    [Fact]
    public void Damaged_models_of_the_gallery_are_read_or_explained() => Try("damage", Fuzz.Damage);

    [Fact]
    public void Models_with_exchanged_names_are_read_or_explained() => Try("exchange", Exchange);

    [Fact]
    public void Hundreds_of_equations_that_use_one_another_are_read()
    {
        var chain = string.Join('\n', Enumerable.Range(1, EquationsParser.MostEquations - 2).Reverse()
            .Select(k => $"x{k} = x{k - 1} + 1 : 1")) + "\nx0 : 1";
        var system = Reading.Equations(chain);
        Assert.Equal("x1", system.Equations.First(e => e.Kind == EquationKind.Subexpression).Name);
    }

    [Fact]
    public void Hundreds_of_equations_in_a_circle_are_explained()
    {
        var circle = string.Join('\n', Enumerable.Range(0, 400).Select(k => $"x{k} = x{(k + 1) % 400} : 1"));
        var bag = new DiagnosticBag();
        EquationResolver.Resolve(new SourceText(circle, "equations"), [], bag);
        Assert.StartsWith(
            "subexpressions are computed from each other", Assert.Single(bag.Found).Message, StringComparison.Ordinal);
    }

    private static void Try(string kind, Func<string, RandomStream, string> change)
    {
        var stream = new RandomStream(23, kind);
        for (var i = 0; i < Fuzz.Texts; i++)
        {
            var model = models[stream.Below(models.Length)];
            model = stream.Below(3) == 0 && model.Settings.Any(CanChange)
                ? model with
                {
                    Settings = [.. model.Settings.Select(s => CanChange(s) ? (s.Key, change(s.Text, stream)) : s)],
                }
                : model with { Equations = change(model.Equations, stream) };
            Check(model);
        }
    }

    private static bool CanChange((string Key, string Text) setting) =>
        setting.Key is "threshold" or "reset" or "refractory" or "on_pre" or "on_post";

    private static void Check(WrittenModel model)
    {
        var (system, findings) = model.Resolve();
        Assert.All(findings, f =>
        {
            Assert.InRange(f.Span.Start, 0, f.Source.Text.Length);
            Assert.InRange(f.Span.End, f.Span.Start, f.Source.Text.Length);
            Assert.DoesNotContain("Exception", f.Message, StringComparison.Ordinal);
            Assert.NotEmpty(f.Render());
        });
        foreach (var equation in system.Equations.Where(e => e.Right is not null))
        {
            var unit = equation.Symbol.Dimension;
            if (equation.Kind == EquationKind.Differential)
                unit /= Dimension.Time;
            Assert.Equal(unit, equation.Right!.Dimension);
            Assert.All(equation.Noise.Values, n => Assert.Equal(unit * Dimension.Time.Power(0.5), n.Dimension));
        }
    }

    // Two names of a text take each other's place: the likeliest mistakes are those that still parse.
    private static string Exchange(string text, RandomStream stream)
    {
        var names = text.Split(" \n()*/+-=:,<>".ToCharArray(), StringSplitOptions.RemoveEmptyEntries)
            .Where(w => char.IsLetter(w[0])).Distinct().ToArray();
        if (names.Length < 2)
            return text;
        var (first, second) = (names[stream.Below(names.Length)], names[stream.Below(names.Length)]);
        return text.Replace(first, "\u0001", StringComparison.Ordinal).Replace(second, first, StringComparison.Ordinal)
            .Replace("\u0001", second, StringComparison.Ordinal);
    }
}
