using System.Text;
using Isonomia.Modeling.Expressions.Sharing;

namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>
/// Writes a plan as readable C: what is computed once a run, once a step, and for each cell, each value that is used more
/// than once under a name of its own.
/// </summary>
public static class PlanPrinter
{
    private static readonly string[] Headings = ["once a run", "once a step", "for each cell"];

    /// <summary>The code, line by line; results are stored last, all at once.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="real">
    /// The type of values for each cell. What is computed once a run or once a step is always of 64 bits.
    /// </param>
    public static string Print(SharedPlan plan, CReal real = CReal.Float)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var uses = new int[plan.Nodes.Length];
        foreach (var operand in plan.Nodes.SelectMany(n => n.Operands))
            uses[operand]++;
        foreach (var root in plan.Roots)
            uses[root]++;

        // A value that crosses into a later stage has a name too, and a result has its target's.
        var names = new string?[plan.Nodes.Length];
        foreach (var node in plan.Nodes)
        {
            foreach (var operand in node.Operands.Where(o => uses[o] > 1 || plan.Nodes[o].Stage != node.Stage))
                names[operand] = plan.Nodes[operand].Node.Operands.IsEmpty ? null : $"_{operand}";
            if (node.Node.Operator is Operator.Normal or Operator.Uniform or Operator.Poisson)
                names[node.Id] = $"_{node.Id}";
        }

        for (var i = plan.Roots.Length - 1; i >= 0; i--)
            names[plan.Roots[i]] = Result(i);

        var page = new StringBuilder();
        var texts = new Written[plan.Nodes.Length];
        var stage = (Stage)(-1);
        foreach (var node in plan.Nodes)
        {
            var type = node.Stage == Stage.Cell ? real : CReal.Double;
            texts[node.Id] = CPrinter.Write(node.Node, [.. node.Operands.Select(o => texts[o])], type);
            if (names[node.Id] is { } name)
                Declare(node, name, type);
        }

        for (var i = 0; i < plan.Roots.Length; i++)
        {
            if (names[plan.Roots[i]] != Result(i))
                Declare(plan.Nodes[plan.Roots[i]], Result(i), real);
        }

        foreach (var target in plan.Targets)
            page.Append($"{target.Name} = _{target.Name};\n");
        return page.ToString();

        string Result(int index) => plan.Targets.IsEmpty ? $"_result{index}" : $"_{plan.Targets[index].Name}";

        void Declare(PlanNode node, string name, CReal type)
        {
            if (stage < node.Stage)
            {
                stage = node.Stage;
                page.Append(page.Length == 0 ? "" : "\n").Append("// ").Append(Headings[(int)stage]).Append('\n');
            }

            page.Append($"{TypeName(node.Node.Kind, type)} {name} = {texts[node.Id].Text};\n");
            texts[node.Id] = new Written(name, Binding.Atom);
        }
    }

    private static string TypeName(ValueKind kind, CReal real) => kind == ValueKind.Boolean ? "bool"
        : real == CReal.Float ? "float"
        : "double";
}
