using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions;

public class LibraryEquationsTests
{
    public static TheoryData<string> Cells =>
        [.. ModelLibrary.Names.Where(n => n.StartsWith("cells/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Symbolic_and_numerical_derivatives_of_the_library_agree(string name)
    {
        var (system, parameters) = Read(name);
        var sides = Subexpressions.Expand(system).States.Select(e => Simplifier.Simplify(e.Right!)).ToArray();
        foreach (var jacobian in new[] { Jacobian.OfStates(system), Jacobian.OfParameters(system) })
        {
            for (var seed = 0; seed < 3; seed++)
            {
                var point = Point(system, parameters, seed);
                for (var row = 0; row < jacobian.Rows.Length; row++)
                {
                    for (var column = 0; column < jacobian.Columns.Length; column++)
                        Compare(sides[row], jacobian.Columns[column], jacobian[row, column], point);
                }
            }

            Assert.All(jacobian.Entries, e => Assert.Equal(
                sides[e.Key.Row].Dimension / system.Symbols[jacobian.Columns[e.Key.Column]].Dimension,
                e.Value.Dimension));
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Equations_of_the_library_survive_printing_and_reading(string name)
    {
        var (system, _) = Read(name);
        foreach (var equation in system.Equations.Where(e => e.Right is not null))
        {
            var simple = Simplifier.Simplify(equation.Right!);
            var bag = new DiagnosticBag();
            var again = ExpressionResolver.Resolve(new SourceText(TextPrinter.Print(simple), name),
                system.Symbols.Values, bag, ExpectedValue.Constant(simple.Dimension));
            Assert.Equal("", string.Join('\n', bag.Found.Select(d => d.Render())));
            Assert.Equal(simple, Simplifier.Simplify(again!));
        }
    }

    // Differences of order 4; exponentials of a millivolt scale bend within a few steps of 20 uV.
    private static void Compare(Expression right, string name, Expression? entry, Dictionary<string, double> point)
    {
        var h = 1e-3 * Math.Abs(point[name]);
        double At(double shift) => Evaluator.Evaluate(right, n => point[n] + (n == name ? shift : 0));
        double Difference(double step) => (8 * (At(step) - At(-step)) - (At(2 * step) - At(-2 * step))) / (12 * step);
        var (coarse, fine) = (Difference(h), Difference(h / 2));
        var value = entry is null ? 0 : Evaluator.Evaluate(entry, n => point[n]);
        var noise = 1e-12 * Math.Abs(At(0)) / h;
        Assert.True(Math.Abs(value - fine) <= 1e-7 * Math.Abs(fine) + 2 * Math.Abs(coarse - fine) + noise,
            $"with respect to {name}: {value}, by differences {fine}: {(entry is null ? "0" : TextPrinter.Print(entry))}");
    }

    // Gates and other pure numbers between 0 and 1, potentials between -80 and 20 mV, all else near its parameter.
    private static Dictionary<string, double> Point(
        EquationSystem system, Dictionary<string, double> parameters, int seed)
    {
        var random = new System.Random(seed);
        return system.Symbols.Values.ToDictionary(s => s.Name, s =>
            parameters.TryGetValue(s.Name, out var given) && given != 0 ? given * (1 + 0.1 * random.NextDouble())
            : s.Dimension == Dimension.Voltage ? -0.08 + 0.1 * random.NextDouble()
            : s.Dimension.IsNone ? random.NextDouble()
            : 1e-3 * random.NextDouble());
    }

    private static (EquationSystem System, Dictionary<string, double> Parameters) Read(string name)
    {
        var model = ModelLibrary.Find(name);
        var bag = new DiagnosticBag();
        var symbols = new List<Symbol>();
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var parameter in model.Parameters)
        {
            var value = ExpressionResolver.Resolve(
                new SourceText(parameter.Value.Text, name), symbols, bag, ExpectedValue.AnyConstant)!;
            symbols.Add(new Symbol(parameter.Name.Text, SymbolKind.Parameter, value.Dimension));
            values[parameter.Name.Text] = Evaluator.Evaluate(value, n => values[n]);
        }

        var system = EquationResolver.Resolve(new SourceText(model.Equations.Text, name), symbols, bag);
        Assert.Equal("", string.Join('\n', bag.Found.Select(d => d.Render())));
        return (system, values);
    }
}
