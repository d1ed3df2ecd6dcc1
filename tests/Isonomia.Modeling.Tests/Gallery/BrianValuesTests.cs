using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Tests.Equations;

namespace Isonomia.Modeling.Tests.Gallery;

/// <summary>
/// The meaning of the gallery's equations. The strings are Python expressions too: brian2-values.txt holds, for
/// arbitrary values of their variables in SI units, what CPython 3 makes of each right side, with units as factors and
/// noises as zero; "v xi" is what a unit of the noise adds to it.
/// </summary>
public class BrianValuesTests
{
    private static readonly IReadOnlyList<WrittenModel> models = WrittenModel.Read("brian2.txt");
    private static readonly IReadOnlyDictionary<string, string[]> values = WrittenModel.Blocks("brian2-values.txt")
        .ToDictionary(b => b.Name, b => b.Lines, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. values.Keys];

    // The tolerance leaves room for the rounding of units (0.3*ms is rounded once here, twice in Python) in sums.
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_right_side_has_the_value_that_python_gives_it(string name)
    {
        var system = models.Single(m => m.Name == name).Resolve().System;
        var given = values[name].Where(l => l.Contains(": ")).Select(l => l.Split(": "))
            .ToDictionary(p => p[0], p => double.Parse(p[1]), StringComparer.Ordinal);
        var expected = values[name].Where(l => l.Contains(" = ")).Select(l => l.Split(" = ")).ToArray();
        Assert.NotEmpty(expected);
        foreach (var (what, text) in expected.Select(p => (p[0].Split(' '), p[1])))
        {
            var equation = system.Find(what[0])!;
            var expression = what.Length == 1 ? equation.Right! : equation.Noise[what[1] == "xi" ? "" : what[1][3..]];
            var value = double.Parse(text);
            Assert.Equal(value, Evaluator.Evaluate(expression, Read), Math.Abs(value) * 1e-12);
        }

        double Read(string variable) => system.Subexpressions.FirstOrDefault(s => s.Name == variable) is { } used
            ? Evaluator.Evaluate(used.Right!, Read)
            : given[variable];
    }

    [Fact]
    public void Hundreds_of_right_sides_are_compared() =>
        Assert.InRange(values.Values.Sum(v => v.Count(l => l.Contains(" = "))), 350, int.MaxValue);
}
