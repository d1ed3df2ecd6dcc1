using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>Parameters that the equations declare must get their value from somewhere.</summary>
internal static class Declarations
{
    public static void Check(ModelDescription model, EquationSystem system, EquationContext context, DiagnosticBag bag)
    {
        foreach (var equation in EquationsParser.Parse(model.Equations.Source, new DiagnosticBag()))
        {
            var name = equation.Name;
            if (equation.Kind != EquationKind.Parameter
                || system.Symbols.GetValueOrDefault(name)?.Kind != SymbolKind.Parameter
                || model.Parameters.Any(p => p.Name.Text == name) || model.Initial.Any(i => i.Name.Text == name)
                || (context == EquationContext.Synapse && name == ReceptorResolver.WeightName))
            {
                continue;
            }

            var unit = model.Equations.Source.Slice(equation.Unit.Span);
            var value = unit switch
            {
                "1" or "integer" => "1",
                "boolean" => "True",
                _ => "1 " + unit,
            };
            bag.Error(model.Equations.Source, equation.NameSpan, $"'{name}' is declared here and has no value",
                $"add it to the parameters, as in 'parameters: {{{name}: {value}}}', or to the initial values");
        }
    }
}
