using Isonomia.Modeling.Description;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Testing;

namespace Isonomia.Simulation.Tests.Library;

/// <summary>
/// Every model of the library passes the tests it brings with it, in both precisions, on compiled code.
/// </summary>
public class LibraryModelTests
{
    public static TheoryData<string, int> All
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in ModelLibrary.Names)
            {
                var model = ModelLibrary.Find(name);
                foreach (var variant in model.Variants.Select(v => v.Name.ToString()).Prepend(null))
                {
                    for (var i = 0; i < model.Variant(variant).Tests.Length; i++)
                        data.Add(variant is null ? name : $"{name}:{variant}", i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_model_of_the_library_passes_its_tests(string name, int test)
    {
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var outcomes = ModelFile.Find(name) is CellDescription cell
                ? cell.ToModel() is var model ? ModelTester.Run(model, model.Tests[test], precision) : []
                : ModelFile.ReadReceptor(name) is var receptor
                    ? ModelTester.Run(receptor, receptor.Tests[test], precision) : [];
            Assert.NotEmpty(outcomes);
            Assert.All(outcomes, o => Assert.True(o.Passed,
                $"{precision}: {o.Expected} found {o.Found:R}"));
        }
    }

    [Fact]
    public void Every_cell_and_every_receptor_with_dynamics_brings_a_test() =>
        Assert.All(ModelLibrary.Names.Where(n => n.StartsWith("cells/") || n.StartsWith("receptors/")).Except(
            ["receptors/delta", "receptors/gap-junction", "receptors/theta-graded"]), n =>
        {
            var model = ModelLibrary.Find(n);
            Assert.True(model.Tests.Length + model.Variants.Sum(v => v.Tests.Length) > 0, n);
        });
}
