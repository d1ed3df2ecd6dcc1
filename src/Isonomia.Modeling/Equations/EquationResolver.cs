using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Declaring;
using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Equations;

/// <summary>Reads the equations of a model.</summary>
public static class EquationResolver
{
    /// <summary>
    /// Equations with every name resolved and every dimension checked. All that is wrong goes to the bag at once.
    /// </summary>
    /// <param name="equations">The text of the equations.</param>
    /// <param name="parameters">
    /// What is given from outside. One that the equations declare as well is theirs; one whose own definition is wrong
    /// should be given as <see cref="SymbolKind.Undetermined"/>, so that no further errors follow from it.
    /// </param>
    /// <param name="bag">Takes what is wrong with the equations.</param>
    /// <param name="context">Whose equations they are.</param>
    /// <param name="field">Of a field: what else it reads; it takes the delayed values that are found.</param>
    /// <returns>
    /// The equations. After errors those that are free of them, with all names, so that threshold, reset and initial
    /// values can be checked too; it can be run only if the bag has no errors.
    /// </returns>
    public static EquationSystem Resolve(
        SourceText equations, IEnumerable<Symbol> parameters, DiagnosticBag bag,
        EquationContext context = EquationContext.Cell, FieldInputs? field = null)
    {
        ArgumentNullException.ThrowIfNull(equations);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(bag);
        var given = parameters.DistinctBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Name, StringComparer.Ordinal);
        var found = new DiagnosticBag();
        var declarations = Declarations.Read(equations, EquationsParser.Parse(equations, found), given, context, found);
        var scope = new Scope(BuiltIns.Of(context).Concat(given.Values).Concat(declarations.Symbols.Values))
        {
            Delays = field?.Delays,
        };
        foreach (var input in Inputs(declarations, scope, field?.Couplings ?? NamesOf(context)))
            scope.Define(input);

        var order = SubexpressionOrder.Of(declarations.Equations);
        var run = new EquationRun(equations, declarations, scope, found);
        foreach (var circle in order.Circles)
            run.ReportCircle(circle);

        // Subexpressions first: a state needs to know of the noise in those it uses.
        var resolved = order.Equations.OrderBy(e => e.Kind != EquationKind.Subexpression)
            .Select(e => (e.Name, Equation: run.Resolve(e))).ToDictionary(e => e.Name, e => e.Equation);
        run.CheckUses(context);
        foreach (var delayed in field?.Delays.Values ?? [])
            scope.Define(delayed.Symbol);
        foreach (var diagnostic in found.Found.OrderBy(d => d.Span.Start))
            bag.Add(diagnostic);
        return new EquationSystem(
            [.. order.Equations.Select(e => resolved[e.Name]).OfType<Equation>()], scope.Table);
    }

    private static IReadOnlyList<string> NamesOf(EquationContext context) =>
        context == EquationContext.Cell ? BuiltIns.Inputs : [];

    private static Symbol[] Inputs(Declarations declarations, Scope scope, IReadOnlyList<string> names)
    {
        var inputs = names.Where(i => !scope.TryFind(i, out _)).ToHashSet(StringComparer.Ordinal);
        var dimensions = new InputDimensions(scope, inputs);

        // Twice, because what one equation tells of an input may be what another needs.
        for (var pass = 0; pass < 2; pass++)
        {
            dimensions.Forget();
            foreach (var equation in declarations.Equations)
            {
                if (equation.Right is not null)
                    dimensions.Learn(equation.Right, declarations.DimensionOfRight(equation));
            }
        }

        return [.. inputs.Select(i => new Symbol(i, SymbolKind.Input, dimensions.Of(i)))];
    }
}
