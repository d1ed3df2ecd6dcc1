using Isonomia.Modeling.Description;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Tests.Library;

/// <summary>The two receptors without dynamics of their own, whose closed form is what they say.</summary>
public class PlainReceptorTests
{
    [Fact]
    public void A_spike_through_a_delta_receptor_moves_the_potential_by_its_weight_and_is_lost_while_refractory()
    {
        var jump = Assert.Single(((ReceptorDescription)ModelFile.Find("receptors/delta")).ToModel().OnPre);
        Assert.Equal("v", jump.Target.Name);
        Assert.Equal(-69.9e-3, After(isRefractory: false), 1e-15);
        Assert.Equal(-70e-3, After(isRefractory: true), 1e-15);

        double After(bool isRefractory) => Evaluator.Evaluate(jump.Value, n => n switch
        {
            "w" => 0.1e-3,
            "not_refractory" => isRefractory ? 0 : 1,
            _ => -70e-3,
        });
    }

    // Ohm's law between two cells: 2 nS times 10 mV is 20 pA into the cell that is more negative.
    [Theory]
    [InlineData(-50e-3, -60e-3, 20e-12)]
    [InlineData(-60e-3, -50e-3, -20e-12)]
    public void A_gap_junction_carries_current_down_the_difference_of_potentials(double there, double here, double current)
    {
        var model = ((ReceptorDescription)ModelFile.Find("receptors/gap-junction")).ToModel();
        var found = Evaluator.Evaluate(model.Equations.Find("I_syn")!.Right!, n => n switch
        {
            "w" => 2e-9,
            "v_pre" => there,
            "v_post" => here,
            _ => throw new ArgumentException(n),
        });
        Assert.Equal(current, found, 1e-20);
    }
}
