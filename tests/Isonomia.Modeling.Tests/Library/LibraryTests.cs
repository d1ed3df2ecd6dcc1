using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Tests.Library;

public class LibraryTests
{
    public static TheoryData<string> All => [.. ModelLibrary.Names];

    [Fact]
    public void The_library_holds_the_cells_and_receptors_of_the_field() =>
        Assert.Equal(
        [
            "cells/adaptive-exponential", "cells/connor-stevens", "cells/exponential", "cells/fitzhugh-nagumo",
                "cells/hodgkin-huxley",
            "cells/izhikevich", "cells/lif", "cells/lif-alpha", "cells/lif-conductance", "cells/lif-delta",
                "cells/lif-exponential",
            "cells/morris-lecar", "cells/pinsky-rinzel", "cells/quadratic", "cells/theta", "cells/traub-miles", "cells/traub-miles-reduced",
                "cells/wang-buzsaki",
            "receptors/alpha", "receptors/alpha-conductance", "receptors/ampa", "receptors/ampa-graded",
                "receptors/bi-exponential",
                "receptors/bi-exponential-conductance",
            "receptors/delta", "receptors/exponential", "receptors/exponential-conductance", "receptors/gaba-a",
                "receptors/gaba-a-graded",
            "receptors/gaba-a-tonic", "receptors/gaba-b", "receptors/gap-junction", "receptors/nmda",
                "receptors/nmda-saturating",
            "receptors/theta-bi-exponential", "receptors/theta-graded",
        ], ModelLibrary.Names.Where(n => n.StartsWith("cells/") || n.StartsWith("receptors/")));

    [Theory]
    [MemberData(nameof(All))]
    public void A_model_of_the_library_says_what_it_is_and_where_it_comes_from(string name)
    {
        var model = ModelLibrary.Find(name);
        Assert.Equal(name[(name.LastIndexOf('/') + 1)..], model.Name.Text);
        Assert.True(model.Kind?.Length > 0 && model.Description?.Length > 20, "kind and description");
        Assert.Matches(@"doi:10\.\d{4}|chapter", model.Source!);
        Assert.All(model.Parameters, p => Assert.True(p.Meaning?.Length > 4, p.Name.Text));
        Assert.Equal(model, ModelFile.Parse(ModelFile.Write(model), "again.yaml", new DiagnosticBag()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_model_of_the_library_resolves_without_a_doubt(string name)
    {
        var bag = new DiagnosticBag();
        var model = ModelLibrary.Find(name);
        object? resolved = model switch
        {
            CellDescription cell => cell.Resolve(bag),
            // What it reads of its source, and the unit of its weight, are the theta neuron's: circuits resolve it.
            ReceptorDescription { Name.Text: "theta-graded" } receptor => receptor,
            ReceptorDescription receptor => receptor.Resolve(null, bag),
            FieldDescription field => field.Resolve(bag),
            _ => ((CircuitDescription)model).Resolve(bag),
        };
        Assert.True(resolved is not null && bag.Found.Count == 0, string.Join('\n', bag.Found.Select(d => d.Render())));
    }

    [Fact]
    public void A_model_is_found_by_the_last_part_of_its_name() =>
        Assert.Equal(("cells/wang-buzsaki", "receptors/nmda"),
            (ModelLibrary.FullName("wang-buzsaki"), ModelLibrary.FullName("receptors/nmda")));

    [Fact]
    public void A_name_that_two_kinds_share_must_be_said_in_full()
    {
        Assert.Null(ModelLibrary.FullName("exponential"));
        var thrown = Assert.Throws<FileNotFoundException>(() => ModelLibrary.Find("exponential"));
        Assert.Contains("cells/exponential or receptors/exponential", thrown.Message);
    }

    [Fact]
    public void A_mistyped_name_gets_the_nearest_one() =>
        Assert.Contains("did you mean 'wang-buzsaki'?",
            Assert.Throws<FileNotFoundException>(() => ModelFile.Find("wang-busaki")).Message);

    [Fact]
    public void Izhikevich_has_his_twenty_patterns_and_adaptive_exponential_its_eight()
    {
        Assert.Equal(20, ModelLibrary.Find("izhikevich").Variants.Length);
        Assert.Equal(8, ModelLibrary.Find("adaptive-exponential").Variants.Length);
        var bursting = Assert.IsType<CellDescription>(ModelFile.Find("izhikevich:tonic-bursting"));
        Assert.Equal("-50 mV", bursting.Parameters.Single(p => p.Name.Text == "c").Value.Text);
    }
}
