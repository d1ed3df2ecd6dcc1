using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Tests.Integration;

public class StepProgramTests
{
    private static readonly CellModel[] Cells =
    [
        TestCell.Of("dv/dt = (El - v)/tau + I/C : volt (unless refractory)\ndI/dt = -I/tau_s : amp",
            "El = -70 mV; tau = 20 ms; C = 1 nF; tau_s = 5 ms", "v > -50*mV", "v = El", "2 ms"),
        TestCell.Of("""
            dv/dt = (I_Na + gl*(El - v))/C : volt
            dm/dt = alpha*(1 - m) - m/ms : 1
            alpha = 0.1*exp(v/(10*mV))/ms : Hz
            I_Na = g*m**3*(E - v) : amp
            drive = 1 + rand() : 1 (constant over dt)
            dx/dt = -x*drive/ms : 1
            """, "g = 10 uS; E = 50 mV; gl = 10 nS; El = -70 mV; C = 200 pF"),
        TestCell.Of("dx/dt = -x/ms + x*xi_a/ms**.5 : 1\ndy/dt = (x - y**3)/ms + 0.1*xi_b/ms**.5 : 1"),
        TestCell.Of("dv/dt = v**2/(mV*ms) - u : volt\ndu/dt = (v/ms - u)/(50*ms) : volt/second",
            "", "v > 30*mV", "v = -65*mV; u += 1*mV/ms"),
        TestCell.Of("dx/dt = (y - x)/ms : 1 (unless refractory)\ndy/dt = (z - x - y)/ms + 1/ms : 1\ndz/dt = -z/ms : 1",
            "", "x > 1", "x = 0", "1 ms"),
    ];

    public static TheoryData<int, IntegrationMethod> All
    {
        get
        {
            var all = new TheoryData<int, IntegrationMethod>();
            for (var i = 0; i < Cells.Length; i++)
            {
                foreach (var method in Enum.GetValues<IntegrationMethod>())
                {
                    if (Fits(Cells[i], method))
                        all.Add(i, method);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_step_reads_the_start_until_it_assigns_the_end(int index, IntegrationMethod method)
    {
        var cell = Cells[index];
        var program = StepBuilder.Build(cell, method);
        var states = cell.Equations.States.Select(s => s.Name).ToArray();
        Assert.Equal(states, program.Assignments.TakeLast(states.Length).Select(a => a.Target.Name));

        // Whatever is read is a name of the model, an entry of a propagator, or assigned before.
        var known = cell.Equations.Symbols.Values.Where(s => s.Kind != SymbolKind.Subexpression).Select(s => s.Name)
            .Concat(program.Propagators.SelectMany(p => p.Entries).OfType<Symbol>().Select(s => s.Name)).ToHashSet();
        foreach (var assignment in program.Assignments)
        {
            Assert.Subset(known, FreeVariables.Of(assignment.Value).ToHashSet());
            if (states.Contains(assignment.Target.Name))
            {
                // The end only copies temporaries, so that no state reads another's end.
                Assert.True(assignment.Value.Operands.IsEmpty);
                Assert.StartsWith("_", assignment.Value.Name, StringComparison.Ordinal);
            }
            else
            {
                Assert.StartsWith("_", assignment.Target.Name, StringComparison.Ordinal);
                Assert.True(known.Add(assignment.Target.Name), assignment.Target.Name + " is assigned twice");
            }

            Assert.Equal(assignment.Target.Dimension, assignment.Value.Dimension);
            Assert.DoesNotContain(Postorder.Of(assignment.Value), n => n.Operator == Operator.Noise);
        }
    }

    [Fact]
    public void Draws_of_noise_are_named_after_the_noise_and_drawn_once_a_step()
    {
        var program = StepBuilder.Build(Cells[2], IntegrationMethod.Heun);
        var sites = program.Assignments.SelectMany(a => Postorder.Of(a.Value))
            .Where(n => n.Operator == Operator.Normal).Select(n => n.Name);
        Assert.Equal(["xi_a", "xi_b"], sites.Order().Distinct());
    }

    [Fact]
    public void A_subexpression_is_evaluated_once_a_stage_and_once_a_step_where_it_is_constant_over_dt()
    {
        var program = StepBuilder.Build(Cells[1], IntegrationMethod.RungeKutta4);
        int Count(string name) => program.Assignments.Count(
            a => a.Target.Name.StartsWith("_s", StringComparison.Ordinal) && a.Target.Name.EndsWith(name));
        Assert.Equal((4, 4, 1), (Count("_alpha"), Count("_I_Na"), Count("_drive")));
        Assert.Single(program.Assignments, a => Postorder.Of(a.Value).Exists(n => n.Operator == Operator.Uniform));
    }

    [Fact]
    public void Refractoriness_is_not_asked_about_where_a_cell_has_none()
    {
        var cell = Cells[0] with { Refractory = null };
        Assert.Contains("not_refractory", Read(Cells[0]));
        Assert.DoesNotContain("not_refractory", Read(cell));

        static HashSet<string> Read(CellModel cell) =>
            [.. StepBuilder.Build(cell).Assignments.SelectMany(a => FreeVariables.Of(a.Value))];
    }

    [Fact]
    public void Equations_without_states_have_nothing_to_step()
    {
        var program = StepBuilder.Build(TestCell.Of("rate : Hz", "", "rand() < rate*dt"));
        Assert.Empty(program.Assignments);
        Assert.Empty(program.Blocks);
    }

    [Fact]
    public void A_state_that_never_changes_keeps_its_value()
    {
        foreach (var method in Enum.GetValues<IntegrationMethod>())
        {
            var program = StepBuilder.Build(TestCell.Of("dx/dt = 0*Hz : 1"), method);
            Assert.Equal("x", Assert.Single(program.Assignments).Value.Name);
        }
    }

    [Fact]
    public void Event_driven_states_are_left_to_their_events()
    {
        var cell = Cells[2];
        var changed = cell.Equations with
        {
            Equations = [.. cell.Equations.Equations.Select(
                e => e.Name == "x" ? e with { Flags = EquationFlags.EventDriven } : e)],
        };
        var program = StepBuilder.Build(changed, IntegrationMethod.Auto);
        Assert.Equal(["y"], program.Blocks.SelectMany(b => b.States));
        Assert.DoesNotContain(program.Assignments, a => a.Target.Name == "x");
    }

    private static bool Fits(CellModel cell, IntegrationMethod method)
    {
        try
        {
            StepBuilder.Build(cell, method);
            return true;
        }
        catch (IntegrationException)
        {
            return false;
        }
    }
}
