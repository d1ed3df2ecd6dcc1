using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Sharing;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions;

public class SharedPlanTests
{
    private static readonly Expression V = Expression.Variable("v", Dimension.Voltage);
    private static readonly Expression E = Expression.Variable("E", Dimension.Voltage);
    private static readonly Expression G = Expression.Variable("g", Dimension.Conductance);
    private static readonly Expression C = Expression.Variable("C", Dimension.Capacitance);

    [Fact]
    public void A_plan_computes_what_its_expressions_mean()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new RandomExpressions(seed);
            Expression[] roots = [random.Real(5), random.Real(4), random.Real(4)];
            var values = random.Values();
            var plan = SharedPlan.Of(roots, name => (Stage)(name[0] % 3));
            var results = Run(plan, values);
            for (var i = 0; i < roots.Length; i++)
            {
                var expected = Evaluator.Evaluate(roots[i], values);
                var spread = RoundedEvaluation.Spread(roots[i], values, 1e-11, seed);
                if (!double.IsFinite(expected) || !double.IsFinite(results[i]))
                    continue;
                Assert.True(Math.Abs(results[i] - expected) <= 1e-12 * Math.Abs(expected) + 10 * spread + 1e-14,
                    $"seed {seed}, {i}: {results[i]} is not {expected}");
            }

            Assert.Equal(plan.Nodes.Length, plan.Nodes.Select(n => n.Node).Distinct().Count());
            Assert.All(plan.Nodes, n => Assert.All(n.Operands, o =>
                Assert.True(o < n.Id && plan.Nodes[o].Stage <= n.Stage)));
        }
    }

    [Fact]
    public void A_leak_costs_each_cell_one_difference_and_one_product()
    {
        var plan = SharedPlan.Of([G * (E - V) / C], name => name == "v" ? Stage.Cell : Stage.Run);

        var perCell = plan.Nodes.Where(n => n.Stage == Stage.Cell).Select(n => n.Node.Operator);
        Assert.Equal([Operator.Variable, Operator.Subtract, Operator.Multiply], perCell);
    }

    [Fact]
    public void Two_quotients_of_one_divisor_divide_once()
    {
        var plan = SharedPlan.Of([E / V, G / V], _ => Stage.Cell);

        Assert.Single(plan.Nodes, n => n.Node.Operator == Operator.Divide);
    }

    [Fact]
    public void Assignments_follow_one_another()
    {
        var v = new Symbol("v", SymbolKind.State, Dimension.None);
        var w = new Symbol("w", SymbolKind.State, Dimension.None);
        var old = new Symbol("_old", SymbolKind.Temporary, Dimension.None);
        var plan = SharedPlan.Of(
            [
                new Assignment(old, v.Read),
                new Assignment(v, v.Read + Expression.Integer(1)),
                new Assignment(w, v.Read * old.Read),
                new Assignment(v, v.Read + w.Read),
            ],
            _ => Stage.Cell);

        Assert.Equal(["v", "w"], plan.Targets.Select(t => t.Name));
        Assert.Equal([16.0, 12], Run(plan, name => name == "v" ? 3 : throw new ArgumentException(name)));
    }

    [Fact]
    public void Units_cost_nothing()
    {
        var plan = SharedPlan.Of([V / Expression.Constant(1, Dimension.Voltage)], _ => Stage.Cell);

        Assert.Equal(Operator.Variable, Assert.Single(plan.Nodes).Node.Operator);
    }

    [Fact]
    public void A_draw_is_made_for_each_cell_and_once()
    {
        var draw = Expression.Normal("site");
        var plan = SharedPlan.Of([draw * G, draw + Expression.Integer(1)], _ => Stage.Run);

        Assert.Equal(Stage.Cell, Assert.Single(plan.Nodes, n => n.Node.Operator == Operator.Normal).Stage);
    }

    private static double[] Run(SharedPlan plan, Func<string, double> variables)
    {
        var values = new double[plan.Nodes.Length];
        foreach (var node in plan.Nodes)
        {
            double At(int index) => index < node.Operands.Length ? values[node.Operands[index]] : 0;
            values[node.Id] = node.Node.Operator switch
            {
                Operator.Constant => node.Node.Value,
                Operator.Variable => variables(node.Node.Name),
                _ => Arithmetic.Apply(node.Node.Operator, At(0), At(1), At(2)),
            };
        }

        return [.. plan.Roots.Select(r => values[r])];
    }
}
